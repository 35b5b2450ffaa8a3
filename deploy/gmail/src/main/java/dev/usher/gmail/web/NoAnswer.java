package dev.usher.gmail.web;

/** The connection is to be cut. */
final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer() {
        super(null, null, false, false);
    }
}
