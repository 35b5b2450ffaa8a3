package dev.usher.catalog;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From when to when; the end is after the start. */
record Span(OffsetDateTime startsAt, OffsetDateTime endsAt) {

    /** Null only if a fault was noted, or the zone is null. */
    static @Nullable Span read(Form form, @Nullable String startsAt, @Nullable String endsAt, @Nullable ZoneId zone) {
        OffsetDateTime start = Times.read(form, "startsAt", form.required("startsAt", startsAt), zone);
        OffsetDateTime end = Times.read(form, "endsAt", form.required("endsAt", endsAt), zone);
        if (start == null || end == null) {
            return null;
        }
        if (!end.isAfter(start)) {
            form.wrong("endsAt", "must be after startsAt");
            return null;
        }
        return new Span(start, end);
    }

    void mustHold(Span inner, Form form) {
        if (inner.startsAt.isBefore(startsAt)) {
            form.wrong("startsAt", "is before the event starts at " + startsAt);
        }
        if (inner.endsAt.isAfter(endsAt)) {
            form.wrong("endsAt", "is after the event ends at " + endsAt);
        }
    }
}
