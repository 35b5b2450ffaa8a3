package dev.usher.local;

/**
 * Something that runs as processes of its own and is started again when it dies.
 */
interface Part {

    /** Short name; also that of its log. */
    String name();

    /** Where it listens, for {@code deploy/status}. */
    int port();

    /** Starts it and returns once it answers; throws what a person should know when it does not. */
    void start();

    /** True while its process lives. */
    boolean alive();

    /** Its process id; -1 when it does not run. */
    long pid();

    /** Stops it, gently first. Harmless when it does not run. */
    void stop();
}
