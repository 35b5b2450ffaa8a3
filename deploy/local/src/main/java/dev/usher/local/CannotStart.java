package dev.usher.local;

import dev.usher.servers.ServerFailure;

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
        return (failure instanceof CannotStart || failure instanceof ServerFailure) && message != null
                ? message
                : failure.getClass().getSimpleName()
                        + (message == null
                                ? ""
                                : ": " + message.lines().findFirst().orElse(""));
    }
}
