package dev.usher.matching;

/** Scoring failed: a mistake of ours, said aloud wherever an answer is owed. */
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
