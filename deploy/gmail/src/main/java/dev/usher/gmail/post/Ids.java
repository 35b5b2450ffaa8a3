package dev.usher.gmail.post;

import java.security.SecureRandom;
import java.util.Base64;

/** New ids that look like Gmail's. */
final class Ids {
    private final SecureRandom random = new SecureRandom();

    /** 16 hex digits. */
    String message() {
        return "19%014x".formatted(random.nextLong() >>> 8);
    }

    String draft() {
        return "r" + random.nextLong();
    }

    /** With its angle brackets. */
    String messageId() {
        var bytes = new byte[36];
        random.nextBytes(bytes);
        return "<CA" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "@mail.gmail.com>";
    }
}
