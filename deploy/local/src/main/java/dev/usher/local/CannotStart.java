package dev.usher.local;

import dev.usher.servers.ServerFailure;
import java.io.UncheckedIOException;

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
        boolean plain = failure instanceof CannotStart
                || failure instanceof ServerFailure
                || failure instanceof UncheckedIOException;
        return plain && message != null
                ? message
                : failure.getClass().getSimpleName()
                        + (message == null
                                ? ""
                                : ": " + message.lines().findFirst().orElse(""));
    }
}
