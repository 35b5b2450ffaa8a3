package dev.usher.invitation.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it has a shape: HTML and text are both made from this, so that they say the same.
 *
 * @param look which template shapes it
 * @param eyebrow the line over the title; null = none
 * @param title the name over it; null = a plain note
 * @param paragraphs each a few sentences
 * @param picks empty = nothing to pick from
 * @param details empty = none are told
 * @param button null = there is nothing to press
 * @param also a second link; null = none
 * @param signature lines under the closing
 */
public record Letter(
        Look look,
        Said subject,
        Said preheader,
        @Nullable Said eyebrow,
        @Nullable Said title,
        @Nullable Said subtitle,
        Said greeting,
        List<List<Said>> paragraphs,
        List<Pick> picks,
        List<Row> details,
        @Nullable Link button,
        @Nullable Link also,
        List<Said> closing,
        List<Said> signature,
        Said footer,
        @Nullable Link unsubscribe) {

    /** Over the picked sessions. */
    public static final Said PICKED = new Said("Sessions picked for you", "candidate.sessions");

    /** Over the details. */
    public static final Said DETAILS = new Said("Event details", "event");

    /** The templates. */
    public enum Look {
        CONFERENCE,
        WEBINAR,
        ROUNDTABLE,
        MEETUP,
        NOTE;

        String template() {
            return name().toLowerCase(java.util.Locale.ROOT) + ".jte";
        }
    }

    /** A session, when it is, who speaks (may be null), and why this guest. */
    public record Pick(Said title, Said when, @Nullable Said speakers, Said because) {}

    /** One line of the details. */
    public record Row(String label, Said value) {}

    /** Something to press. */
    public record Link(Said label, String url) {}

    /** Everything it says, in the order of reading. */
    List<Said> everything() {
        List<Said> all = new ArrayList<>(List.of(subject, preheader));
        add(all, eyebrow);
        add(all, title);
        add(all, subtitle);
        all.add(greeting);
        paragraphs.forEach(all::addAll);
        if (!picks.isEmpty()) {
            all.add(PICKED);
        }
        picks.forEach(p -> pick(all, p));
        if (!details.isEmpty()) {
            all.add(DETAILS);
        }
        details.forEach(row -> all.add(
                new Said(row.label() + ": " + row.value().text(), row.value().fact())));
        add(all, button == null ? null : button.label());
        add(all, also == null ? null : also.label());
        all.addAll(closing);
        all.addAll(signature);
        all.add(footer);
        add(all, unsubscribe == null ? null : unsubscribe.label());
        return List.copyOf(all);
    }

    private static void pick(List<Said> all, Pick pick) {
        all.add(pick.title());
        all.add(pick.when());
        add(all, pick.speakers());
        all.add(pick.because());
    }

    private static void add(List<Said> all, @Nullable Said said) {
        if (said != null) {
            all.add(said);
        }
    }
}
