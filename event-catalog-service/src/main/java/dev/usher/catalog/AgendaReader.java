package dev.usher.catalog;

import dev.usher.catalog.Details.Session;
import dev.usher.catalog.Details.Speaker;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an announcement's sessions, noting every fault in their forms. */
final class AgendaReader {

    private final @Nullable Span event;
    private final @Nullable ZoneId zone;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param event when the event is; null = unknown by a fault noted elsewhere, and no session is held against it
     * @param zone the event's; null in the same way
     */
    AgendaReader(@Nullable Span event, @Nullable ZoneId zone) {
        this.event = event;
        this.zone = zone;
    }

    @Nullable Session read(Form form, Announcement.Session said) {
        String id = form.id("id", form.required("id", said.id()));
        String title = form.line("title", form.required("title", said.title()));
        Span span = Span.read(form, said.startsAt(), said.endsAt(), zone);
        String summary = form.text("abstract", said.summary());
        List<Speaker> speakers = form.each("speakers", said.speakers(), AgendaReader::speaker);
        String track = form.line("track", said.track());
        String kind = form.line("kind", said.kind());
        mustBeNew(id, form);
        mustFit(span, form);
        return id == null || title == null || span == null
                ? null
                : new Session(id, title, summary, span.startsAt(), span.endsAt(), speakers, track, kind);
    }

    private void mustBeNew(@Nullable String id, Form form) {
        if (id != null && !ids.add(id)) {
            form.wrong("id", "is that of an earlier session");
        }
    }

    private void mustFit(@Nullable Span span, Form form) {
        if (event != null && span != null) {
            event.mustHold(span, form);
        }
    }

    /** Somebody without a name is nobody. */
    private static @Nullable Speaker speaker(Form form, Announcement.Speaker said) {
        String name = form.line("name", said.name());
        String title = form.line("title", said.title());
        String company = form.line("company", said.company());
        return name == null ? null : new Speaker(name, title, company);
    }
}
