package dev.usher.matching;

/** A customer could not be scored: a mistake of ours, said aloud in a failed partial. */
final class Unscorable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    Unscorable(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
