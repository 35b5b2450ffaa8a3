package dev.usher.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the sort key of the last item shown, opaque to callers and safe in a URL. */
public final class Cursor {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Begins each: else any text that happens to be Base64 would be one. */
    private static final String OURS = "~";

    private Cursor() {}

    /** @param key the parts of the sort key, at least one; any text without control characters */
    public static String encode(String... key) {
        return Stream.of(key)
                .map(part -> ENCODER.encodeToString(part.getBytes(UTF_8)))
                .collect(joining(".", OURS, ""));
    }

    /**
     * The parts of the key as encoded.
     *
     * @param cursor as the caller sent it; null or empty = from the beginning, an empty list
     * @param parts how many parts the key has; another number, or no cursor of ours, is a 400
     */
    public static List<String> decode(@Nullable String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        if (!cursor.startsWith(OURS)) {
            throw foreign();
        }
        List<String> key = Stream.of(cursor.substring(OURS.length()).split("\\.", -1))
                .map(Cursor::part)
                .toList();
        if (key.size() != parts) {
            throw foreign();
        }
        return key;
    }

    private static String part(String encoded) {
        try {
            String part = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
            if (part.chars().anyMatch(Character::isISOControl)) {
                throw foreign();
            }
            return part;
        } catch (IllegalArgumentException malformed) {
            throw foreign();
        }
    }

    private static Problem foreign() {
        return Problem.badRequest("cursor", "is not a nextCursor of this list");
    }
}
