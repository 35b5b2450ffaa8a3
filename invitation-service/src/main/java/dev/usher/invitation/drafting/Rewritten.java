package dev.usher.invitation.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person typed, ready for its HTML.
 *
 * @param body markup made safe, instead of blocks; empty = the blocks are the mail
 */
public record Rewritten(String subject, List<Block> blocks, String body) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"“”]+[^\\s<>\"“”.,;:!?)]");
    private static final Pattern BUTTON = Pattern.compile("([^:\\n]{1,40}): (https?://\\S+/r/\\S+)");

    /**
     * A paragraph of lines, or one thing to press.
     *
     * @param button empty = a paragraph
     */
    public record Block(List<List<Piece>> lines, String button, String url) {}

    /** A stretch of words; {@code url} is empty where it is no link. */
    public record Piece(String text, String url) {}

    static Rewritten text(String subject, String text) {
        List<Block> blocks = Stream.of(text.strip().split("\n\\s*\n"))
                .filter(block -> !block.isBlank())
                .map(Rewritten::block)
                .toList();
        return new Rewritten(subject, blocks, "");
    }

    static Rewritten html(String subject, String safe) {
        return new Rewritten(subject, List.of(), safe);
    }

    private static Block block(String block) {
        Matcher button = BUTTON.matcher(block.strip());
        return button.matches()
                ? new Block(List.of(), button.group(1), button.group(2))
                : new Block(block.strip().lines().map(Rewritten::line).toList(), "", "");
    }

    private static List<Piece> line(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(line);
        int from = 0;
        while (link.find()) {
            pieces.add(new Piece(line.substring(from, link.start()), ""));
            pieces.add(new Piece(shown(link), link.group()));
            from = link.end();
        }
        pieces.add(new Piece(line.substring(from), ""));
        return pieces.stream().filter(p -> !p.text().isEmpty()).toList();
    }

    /** Nobody reads a token: the way out is called by its name. */
    private static String shown(Matcher link) {
        return link.group().contains("/u/") ? "unsubscribe here" : link.group();
    }
}
