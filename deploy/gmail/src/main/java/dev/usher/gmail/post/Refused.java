package dev.usher.gmail.post;

/**
 * The post office does not do it; {@code web} turns this into Google's error JSON.
 *
 * <p>{@link Why#NOT_FOUND} and {@link Why#INVALID} are final. Neither leaves a trace in the journal.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Google's words for it. */
    public enum Why {
        NOT_FOUND,
        INVALID,
        FORBIDDEN,
        UNAUTHENTICATED,
        TOO_LARGE
    }

    private final Why why;

    private Refused(Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    public static Refused because(Why why, String message) {
        return new Refused(why, message);
    }

    public static Refused notFound() {
        return new Refused(Why.NOT_FOUND, "Requested entity was not found.");
    }

    public static Refused invalid(String message) {
        return new Refused(Why.INVALID, message);
    }

    public Why why() {
        return why;
    }

    /** Never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
