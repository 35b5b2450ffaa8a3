package dev.usher.gmail;

import java.util.Arrays;
import java.util.Optional;

/** What may be made to go wrong. {@code AFTER} and {@code DROP} act and hide it; all others but the last leave the mailbox alone. */
public enum FaultKind {
    /** 429, "Too many concurrent requests for user.": gone in a moment. */
    BURST("429_BURST"),
    /** 429, "(Mail sending)": the cap of the day, gone in hours. */
    DAILY("429_DAILY"),
    /** 403 rateLimitExceeded: the quota units of a minute. */
    FORBIDDEN("403"),
    /** 401: the token was revoked. */
    UNAUTHORIZED("401"),
    /** 500, and nothing was done. */
    FAIL_BEFORE("500_BEFORE"),
    /** 500, although it was done. */
    FAIL_AFTER("500_AFTER"),
    /** No answer for 30 s, then 504; nothing was done. */
    HANG("HANG"),
    /** Done, and the connection is closed without an answer. */
    DROP("DROP_AFTER_ACCEPT"),
    /** A person removes the draft just before; only on operations that name a draft. */
    DELETE_DRAFT("DELETE_DRAFT"),
    /** The mailbox forgets its history just before, as Gmail does after about a week. */
    EXPIRE_HISTORY("EXPIRE_HISTORY");

    private final String wire;

    FaultKind(String wire) {
        this.wire = wire;
    }

    /** The name in the fault script. */
    public String wire() {
        return wire;
    }

    public static Optional<FaultKind> of(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }
}
