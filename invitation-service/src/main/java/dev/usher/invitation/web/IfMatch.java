package dev.usher.invitation.web;

import dev.usher.rest.Problem;
import org.jspecify.annotations.Nullable;

/** The revision a caller looked at before she changed something. */
final class IfMatch {

    private IfMatch() {}

    /** As {@link #read}; without the header it is a 428. */
    static @Nullable Integer required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired("Send If-Match with the revision you edited.");
        }
        return read(header);
    }

    /** {@code "3"}, {@code W/"3"} or {@code 3}; null = whichever it is: no header, or {@code *}. */
    static @Nullable Integer read(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        String bare = header.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.valueOf(bare);
        } catch (NumberFormatException foreign) {
            throw Problem.preconditionFailed("If-Match %s is no revision of this draft.".formatted(header));
        }
    }

    static Problem stale(int now) {
        return Problem.preconditionFailed("The draft is at revision %d now; look at it again.".formatted(now));
    }
}
