package dev.usher.matching.web;

import dev.usher.matching.MessageIds;
import dev.usher.rest.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The header by which a caller may repeat itself safely. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** The same id for the same key about the same thing; a new one where there is no key. */
    static String id(@Nullable String key, String about, String id) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.badRequest(HEADER, "must have between 1 and " + LONGEST + " characters");
        }
        return MessageIds.of(about, id, key);
    }

    static Problem usedForSomethingElse() {
        return Problem.unprocessable("This Idempotency-Key was used for something else.");
    }
}
