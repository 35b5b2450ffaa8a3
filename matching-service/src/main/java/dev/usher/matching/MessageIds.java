package dev.usher.matching;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;

/** Message ids made of what a message says: whoever says the same again says it under the same id (RFC 9562, UUIDv3). */
public final class MessageIds {

    private MessageIds() {}

    public static String of(Object... facts) {
        StringJoiner name = new StringJoiner("\u0000");
        for (Object fact : facts) {
            name.add(String.valueOf(fact));
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
