package dev.usher.gmail.web;

import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which messages a list shows. Of Gmail's search language: {@code in: is: label: from: to: subject: rfc822msgid:} and words of the
 * subject, all of which must fit.
 */
record Query(List<String> labels, List<String> terms, boolean spamAndTrash) {

    static Query of(Request request) {
        var q = Objects.requireNonNullElse(request.param("q"), "").strip();
        var terms = q.isEmpty() ? List.<String>of() : List.of(q.split("\\s+"));
        return new Query(request.params("labelIds"), terms, "true".equals(request.param("includeSpamTrash")));
    }

    boolean fits(Message message, PostOffice office) {
        if (!labels.stream().allMatch(message::has)) {
            return false;
        }
        boolean hidden = message.has(Label.TRASH) || message.has(Label.SPAM);
        if (hidden && !spamAndTrash && labels.isEmpty()) {
            return false;
        }
        return terms.isEmpty() || fits(message, office.letter(message));
    }

    private boolean fits(Message message, Letter letter) {
        return terms.stream().allMatch(term -> fits(term, message, letter));
    }

    private static boolean fits(String term, Message message, Letter letter) {
        int colon = term.indexOf(':');
        var value = term.substring(colon + 1);
        return switch (colon < 0 ? "" : term.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "in", "is", "label" -> value.equals("anywhere") || message.has(value.toUpperCase(Locale.ROOT));
            case "rfc822msgid" -> bare(message.messageId()).equals(bare(value));
            case "from" -> contains(letter.header("From"), value);
            case "to" -> Stream.of("To", "Cc", "Bcc").anyMatch(it -> contains(letter.header(it), value));
            case "subject" -> contains(letter.header("Subject"), value);
            default -> contains(letter.header("Subject"), term);
        };
    }

    private static String bare(String messageId) {
        return messageId.replaceAll("[<>]", "");
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
