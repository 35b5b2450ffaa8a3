package dev.usher.local.demo;

/** A step of the demo did not happen as it should; the message says which. */
final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String message) {
        super(message);
    }
}
