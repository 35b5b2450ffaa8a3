package dev.usher.messaging;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * What made us do what we do now; it travels in the Reactor context from a door to the {@link Outbox}.
 *
 * @param messageId the record that caused it; null when a person or a clock did
 * @param traceparent W3C trace context, version 00 (https://www.w3.org/TR/trace-context/)
 */
public record Cause(@Nullable String messageId, String traceparent) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    /** The beginning of a trace. */
    public static Cause fresh() {
        return new Cause(null, "00-" + hex(16) + "-" + hex(8) + "-01");
    }

    /** The same trace with a span of its own; a new trace when the parent is missing or not well formed. */
    public static Cause of(@Nullable String messageId, @Nullable String parent) {
        var trace = TRACEPARENT.matcher(parent == null ? "" : parent);
        return new Cause(
                messageId,
                trace.matches() ? "00-" + trace.group(1) + "-" + hex(8) + "-" + trace.group(2) : fresh().traceparent());
    }

    /** The cause in the subscriber's context; a fresh one when nobody put one there. */
    public static Mono<Cause> current() {
        return Mono.deferContextual(
                context -> Mono.just(context.hasKey(Cause.class) ? context.get(Cause.class) : fresh()));
    }

    /** For {@code contextWrite(cause::into)}. */
    public Context into(Context context) {
        return context.put(Cause.class, this);
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros are not a valid id
        return HexFormat.of().formatHex(random);
    }
}
