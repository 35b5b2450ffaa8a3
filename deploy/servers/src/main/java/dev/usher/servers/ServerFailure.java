package dev.usher.servers;

/** A server could not be started or stopped; the message is one line for the person at the terminal. */
public final class ServerFailure extends RuntimeException {

    ServerFailure(String message) {
        super(message);
    }

    ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
