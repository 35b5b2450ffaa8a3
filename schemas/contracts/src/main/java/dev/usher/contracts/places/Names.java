package dev.usher.contracts.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What counts as the same spelling, and the files that names are read from. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SILENT = Pattern.compile("[.'’‘ʻ`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /**
     * Equal for spellings that differ in case, accents, punctuation, spaces, 'the', '&amp;' for 'and' or 'St.' for 'Saint'
     * only; empty where there is neither letter nor digit.
     */
    static String key(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String spoken = SILENT.matcher(plain.toLowerCase(Locale.ROOT).replace("&", " and "))
                .replaceAll("");
        return BETWEEN.splitAsStream(spoken)
                .filter(Predicate.not("the"::equals))
                .map(word -> word.equals("st") ? "saint" : word)
                .collect(Collectors.joining());
    }

    /** The columns of each line of a file beside this class; comments left out. */
    static List<List<String>> read(String file) {
        try (InputStream in = Names.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The column's names; none where the line ends before it. */
    static List<String> list(List<String> line, int column) {
        return column < line.size() ? Arrays.asList(line.get(column).split("; ")) : List.of();
    }
}
