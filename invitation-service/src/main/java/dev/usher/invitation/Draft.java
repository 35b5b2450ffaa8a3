package dev.usher.invitation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail as a person will see it, with what it rests on.
 *
 * @param hash fingerprint over the mail, its kind and its number; an approval names it
 * @param claims every sentence with its fact
 * @param warnings what a person should look at; empty = nothing
 * @param edited whether a person rewrote it
 */
public record Draft(Mail mail, String hash, List<Claim> claims, List<String> warnings, boolean edited) {

    /** About how large the records are that bear it, bytes. */
    int bytes() {
        return Stream.concat(
                        Stream.of(mail.subject(), mail.html(), mail.text()),
                        Stream.concat(claims.stream().flatMap(c -> Stream.of(c.text(), c.fact())), warnings.stream()))
                .mapToInt(said -> said.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** A sentence and the fact behind it: field path and value. */
    public record Claim(String text, String fact) {}
}
