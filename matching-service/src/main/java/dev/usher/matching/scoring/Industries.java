package dev.usher.matching.scoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small tree of industries with the names people give them. */
final class Industries {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[/,;&+|]\\s*|\\s+and\\s+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

    /** By how many steps apart in the tree: the same, part of the other or the same branch, and so on. */
    private static final double[] NEARNESS = {1, 0.8, 0.55, 0.4, 0.3};

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Map<String, Double>> kinships = new HashMap<>();

    Industries() {
        List<String> path = new ArrayList<>();
        Resource.lines("industries.txt").forEach(line -> branch(line, path));
        Resource.lines("kinships.txt").forEach(this::kinship);
    }

    /** The industries a free text names; empty = none that we know. */
    Set<String> of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        String whole = names.get(folded(text));
        if (whole != null) {
            return Set.of(whole);
        }
        Set<String> found = new HashSet<>();
        SEPARATOR
                .splitAsStream(text)
                .flatMap(part -> Stream.ofNullable(names.get(folded(part))))
                .forEach(found::add);
        return found;
    }

    /** 0..1: 1 the same, 0 far apart; empty if either text names no industry that we know and they are not equal. */
    OptionalDouble nearness(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.isBlank() || other.isBlank()) {
            return OptionalDouble.empty();
        }
        if (folded(one).equals(folded(other))) {
            return OptionalDouble.of(1);
        }
        Set<String> left = of(one);
        Set<String> right = of(other);
        return left.stream()
                .flatMapToDouble(a -> right.stream().mapToDouble(b -> near(a, b)))
                .max();
    }

    /** Whether one is the other or a part of it; empty if either text names no industry that we know. */
    Optional<Boolean> partOf(@Nullable String one, String whole) {
        if (one == null || one.isBlank()) {
            return Optional.empty();
        }
        if (folded(one).equals(folded(whole))) {
            return Optional.of(true);
        }
        Set<String> parts = of(one);
        Set<String> wholes = of(whole);
        return parts.isEmpty() || wholes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        parts.stream().anyMatch(part -> ancestry(part).stream().anyMatch(wholes::contains)));
    }

    private double near(String a, String b) {
        List<String> up = ancestry(a);
        List<String> other = ancestry(b);
        double best = 0;
        for (int i = 0; i < up.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                best = Math.max(best, joined(up.get(i), other.get(j)) * steps(i + j));
            }
        }
        return best;
    }

    private double joined(String a, String b) {
        return a.equals(b) ? 1 : kinships.getOrDefault(a, Map.of()).getOrDefault(b, 0.0);
    }

    private static double steps(int apart) {
        return NEARNESS[Math.min(apart, NEARNESS.length - 1)];
    }

    private List<String> ancestry(String industry) {
        return Stream.iterate(industry, parents::containsKey, child -> parents.getOrDefault(child, ""))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private void branch(String line, List<String> path) {
        int depth = (line.length() - line.stripLeading().length()) / 2;
        String[] sides = line.strip().split(":", 2);
        String name = sides[0].strip();
        while (path.size() > depth) {
            path.removeLast();
        }
        parents.put(name, path.isEmpty() ? "" : path.getLast());
        path.add(name);
        names.put(folded(name), name);
        if (sides.length > 1) {
            Stream.of(sides[1].split(",")).forEach(alias -> names.putIfAbsent(folded(alias), name));
        }
    }

    private void kinship(String line) {
        String[] sides = line.split("~", 2);
        String left = sides[0].strip();
        int cut = sides[1].lastIndexOf(' ');
        String right = sides[1].substring(0, cut).strip();
        double nearness = Double.parseDouble(sides[1].substring(cut + 1));
        kinships.computeIfAbsent(left, n -> new HashMap<>()).put(right, nearness);
        kinships.computeIfAbsent(right, n -> new HashMap<>()).put(left, nearness);
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
    }
}
