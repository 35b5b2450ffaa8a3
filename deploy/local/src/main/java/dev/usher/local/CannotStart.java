package dev.usher.local;

/** Something a person must mend before Usher can start; the message is the one line she sees. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    /** One line that says what happened, whatever was thrown. */
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof CannotStart && message != null
                ? message
                : failure.getClass().getSimpleName()
                        + (message == null
                                ? ""
                                : ": " + message.lines().findFirst().orElse(""));
    }
}
