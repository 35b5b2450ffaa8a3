package dev.usher.invitation.drafting;

/**
 * A sentence, or a line, with what it rests on.
 *
 * @param fact field path and value
 */
public record Said(String text, String fact) {

    static Said of(String text, String path, Object value) {
        return new Said(text, path + " = " + value);
    }
}
