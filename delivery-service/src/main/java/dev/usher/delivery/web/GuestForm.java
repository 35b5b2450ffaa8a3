package dev.usher.delivery.web;

import dev.usher.delivery.Answer;
import dev.usher.delivery.Attendance;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads what the form of the guest's page posts. */
final class GuestForm {

    private static final int LONGEST_REASON = 1000;

    private GuestForm() {}

    /** What the form says. */
    sealed interface Read {

        record Said(Answer answer) implements Read {}

        /** @param page tells her what to do */
        record Unclear(Notice page) implements Read {}
    }

    static final Read.Unclear NO_BUTTON =
            new Read.Unclear(Notice.of("That was not understood", "Please go back and use one of the buttons."));

    private static final Read.Unclear NO_WAY = new Read.Unclear(Notice.of(
            "That was not understood",
            "Nothing was changed. Please open the link in the mail again, choose 'In person' or 'Online', and press the"
                    + " button."));

    static Read read(MultiValueMap<String, String> form) {
        return switch (first(form, "action")) {
            case "REGISTER" -> registration(form);
            case "DECLINE" -> new Read.Said(new Answer.Decline(reason(form)));
            case "CANCEL" -> new Read.Said(new Answer.Cancel(reason(form)));
            default -> NO_BUTTON;
        };
    }

    private static Read registration(MultiValueMap<String, String> form) {
        return switch (first(form, "attendance")) {
            case "" -> registration(null, form);
            case "IN_PERSON" -> registration(Attendance.IN_PERSON, form);
            case "VIRTUAL" -> registration(Attendance.VIRTUAL, form);
            default -> NO_WAY;
        };
    }

    private static Read registration(@Nullable Attendance attendance, MultiValueMap<String, String> form) {
        List<String> sessions = form.getOrDefault("sessions", List.of()).stream()
                .filter(id -> id != null && !id.isBlank())
                .toList();
        return new Read.Said(new Answer.Register(attendance, sessions));
    }

    private static @Nullable String reason(MultiValueMap<String, String> form) {
        String reason = first(form, "reason").strip().replace("\0", "");
        return reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
