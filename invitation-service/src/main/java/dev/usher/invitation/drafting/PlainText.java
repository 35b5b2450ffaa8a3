package dev.usher.invitation.drafting;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A letter as text, for those who read mail without pictures and colours. */
final class PlainText {

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Letter letter) {
        PlainText plain = new PlainText();
        plain.block(letter.greeting().text());
        letter.paragraphs().forEach(p -> plain.block(words(p)));
        plain.picks(letter.picks());
        plain.details(letter.details());
        plain.link(letter.button());
        plain.link(letter.also());
        plain.ending(letter);
        return plain.text.toString().strip() + "\n";
    }

    private void picks(List<Letter.Pick> picks) {
        if (!picks.isEmpty()) {
            block(Letter.PICKED.text() + "\n"
                    + picks.stream().map(PlainText::pick).collect(Collectors.joining("\n")));
        }
    }

    private static String pick(Letter.Pick pick) {
        String with = pick.speakers() == null ? "" : "\n  " + pick.speakers().text();
        return "- " + pick.title().text() + "\n  " + pick.when().text() + with + "\n  "
                + pick.because().text();
    }

    private void details(List<Letter.Row> rows) {
        if (!rows.isEmpty()) {
            String lines = rows.stream()
                    .map(row -> row.label() + ": " + row.value().text())
                    .collect(Collectors.joining("\n"));
            block(Letter.DETAILS.text() + "\n" + lines);
        }
    }

    private void link(Letter.@Nullable Link link) {
        if (link != null) {
            block(link.label().text() + ": " + link.url());
        }
    }

    private void ending(Letter letter) {
        List<Said> closing = letter.closing();
        closing.subList(0, closing.size() - 1).forEach(said -> block(said.text()));
        block(closing.getLast().text()
                + letter.signature().stream().map(s -> "\n" + s.text()).collect(Collectors.joining()));
        Letter.Link leave = letter.unsubscribe();
        block("--\n" + letter.footer().text()
                + (leave == null ? "" : "\n" + leave.label().text() + ": " + leave.url()));
    }

    private static String words(List<Said> paragraph) {
        return paragraph.stream().map(Said::text).collect(Collectors.joining(" "));
    }

    private void block(String words) {
        text.append(words).append("\n\n");
    }
}
