package dev.usher.invitation;

import java.util.List;

/**
 * A mail as a person will see it, with what it rests on.
 *
 * @param hash fingerprint over the mail, its kind and its number; an approval names it
 * @param claims every sentence with its fact
 * @param warnings what a person should look at; empty = nothing
 * @param edited whether a person rewrote it
 */
public record Draft(Mail mail, String hash, List<Claim> claims, List<String> warnings, boolean edited) {

    /** A sentence and the fact behind it: field path and value. */
    public record Claim(String text, String fact) {}
}
