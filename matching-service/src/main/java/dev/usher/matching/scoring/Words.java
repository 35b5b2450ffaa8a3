package dev.usher.matching.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Text to terms: stems, with every name of one meaning made one term ("AI" and "artificial intelligence"), and what is
 * known of terms: how much weight a common word keeps, which terms lie close together.
 */
final class Words {

    private static final int REMEMBERED = 20_000;
    private static final int SHORT = 200;

    private final Stems stems = new Stems(Resource.lines("stopwords.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList());
    private final Phrases phrases = new Phrases();
    private final Map<String, Double> generic = new HashMap<>();
    private final Map<String, Map<String, Double>> related = new HashMap<>();
    private final Map<String, List<String>> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    Words() {
        Resource.lines("synonyms.txt").forEach(this::synonym);
        Resource.lines("generic.txt").forEach(this::generic);
        Resource.lines("related.txt").forEach(this::relation);
    }

    /** In the order of the text, with repeats. */
    List<String> of(String text) {
        if (text.length() > SHORT) {
            return analyse(text);
        }
        List<String> known = remembered.get(text);
        if (known == null) {
            known = analyse(text);
            remembered.put(text, known);
        }
        return known;
    }

    /** 1 for a word of some subject, less for one that many subjects share. */
    double specificity(String term) {
        return generic.getOrDefault(term, 1.0);
    }

    /** Terms close to this one, and how close (0..1). */
    Map<String, Double> relatives(String term) {
        return related.getOrDefault(term, Map.of());
    }

    /** All terms that some list knows; the rest are taken as they come. */
    Set<String> generic() {
        return generic.keySet();
    }

    private List<String> analyse(String text) {
        return List.copyOf(phrases.replace(stems.of(text)));
    }

    private void synonym(String line) {
        String[] sides = line.split("=", 2);
        String canonical = String.join("_", stems.of(sides[0]));
        phrases.add(stems.of(sides[0]), canonical);
        for (String variant : sides[1].split(",")) {
            phrases.add(stems.of(variant), canonical);
        }
    }

    private void generic(String line) {
        String[] parts = line.split(" ");
        double weight = Double.parseDouble(parts[0]);
        List.of(parts)
                .subList(1, parts.length)
                .forEach(word -> stems.of(word).forEach(stem -> generic.merge(stem, weight, Math::min)));
    }

    private void relation(String line) {
        String[] sides = line.split("~", 2);
        int cut = sides[1].lastIndexOf(' ');
        double nearness = Double.parseDouble(sides[1].substring(cut + 1));
        String left = term(sides[0]);
        String right = term(sides[1].substring(0, cut));
        related.computeIfAbsent(left, t -> new HashMap<>()).put(right, nearness);
        related.computeIfAbsent(right, t -> new HashMap<>()).put(left, nearness);
    }

    private String term(String words) {
        List<String> terms = new ArrayList<>(analyse(words));
        return String.join("_", terms);
    }
}
