package dev.usher.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An announcement understood, or everything that is wrong with it. */
sealed interface Reading {

    /**
     * @param id empty = the announcement names none
     */
    record Clear(Optional<String> id, Details details) implements Reading {}

    /**
     * @param faults at least one
     */
    record Unclear(List<Fault> faults) implements Reading {}

    /** Of an event that is new, or named by the announcement itself. */
    static Reading of(Announcement said) {
        Form form = Form.empty();
        return read(form, form.eventId("id", said.id()), said);
    }

    /** Of a known event; the announcement may repeat its id, but not name another. */
    static Reading of(String id, Announcement said) {
        Form form = Form.empty();
        String repeated = form.line("id", said.id());
        if (repeated != null && !repeated.equals(id)) {
            form.wrong("id", "is not that of the event '%s'".formatted(id));
        }
        return read(form, id, said);
    }

    private static Reading read(Form form, @Nullable String id, Announcement said) {
        Details details = new DetailsReader(form).read(said);
        return details == null || form.hasFaults()
                ? new Unclear(form.faults())
                : new Clear(Optional.ofNullable(id), details);
    }
}
