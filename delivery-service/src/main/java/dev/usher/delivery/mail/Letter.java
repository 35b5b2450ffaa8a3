package dev.usher.delivery.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service mail before it is HTML or text.
 *
 * @param preheader what the inbox shows beside the subject
 * @param button null = none
 * @param footer why she gets this
 */
public record Letter(
        String subject,
        String preheader,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Link button,
        String signature,
        String footer,
        Link leave) {

    /** Such as 'When' and its answer. */
    public record Fact(String label, String value) {}

    /** A link by its words. */
    public record Link(String label, String url) {}

    /** For those who read plain text. */
    String text() {
        StringBuilder text = new StringBuilder(greeting).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        facts.forEach(fact ->
                text.append(fact.label()).append(": ").append(fact.value()).append('\n'));
        if (button != null) {
            text.append('\n')
                    .append(button.label())
                    .append(": ")
                    .append(button.url())
                    .append('\n');
        }
        return text.append('\n')
                .append(signature)
                .append("\n\n-- \n")
                .append(footer)
                .append('\n')
                .append(leave.label())
                .append(": ")
                .append(leave.url())
                .append('\n')
                .toString();
    }
}
