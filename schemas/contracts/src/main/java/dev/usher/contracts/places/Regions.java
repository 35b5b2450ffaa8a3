package dev.usher.contracts.places;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares regions as people write them: TX and Texas are the same. The known ones stand in {@code regions.tsv}; all
 * others are free text and equal to themselves, whatever their case and accents.
 */
public final class Regions {

    private record Region(String country, String name) {}

    private static final Pattern FRAMED = Pattern.compile(
            "(?:state|province|canton|commonwealth|region) of (.+)|(.+) (?:state|province|canton|region)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, List<Region>> SPELLINGS = new HashMap<>();

    static {
        Names.read("regions.tsv").forEach(Regions::learn);
    }

    private Regions() {}

    /** Whether two texts may mean the same region, wherever it lies; a code may mean one in each country. */
    public static boolean same(String a, String b) {
        return Names.key(a).equals(Names.key(b)) || !Collections.disjoint(meant(a), meant(b));
    }

    /** Whether two texts mean the same region of one country. @param country alpha-2; null = any */
    public static boolean same(String a, String b, @Nullable String country) {
        return country == null ? same(a, b) : Names.key(canonical(a, country)).equals(Names.key(canonical(b, country)));
    }

    /**
     * The region's English name.
     *
     * @param region code, name or free text
     * @param country alpha-2; null = unknown, then the first country that has such a region counts
     * @return free text, or a region of another country, as it came in without blanks around it
     */
    public static String canonical(String region, @Nullable String country) {
        return meant(region).stream()
                .filter(known -> country == null || known.country().equals(country))
                .map(Region::name)
                .findFirst()
                .orElse(region.strip());
    }

    /** The alpha-2 codes of all countries that have a region of this name or code; empty = not a region that we know. */
    public static Set<String> countries(String region) {
        return meant(region).stream().map(Region::country).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Region> meant(String text) {
        List<Region> plain = SPELLINGS.getOrDefault(Names.key(text), List.of());
        Matcher framed = FRAMED.matcher(text.strip());
        if (!plain.isEmpty() || !framed.matches()) {
            return plain;
        }
        String inner = framed.group(1) == null ? framed.group(2) : framed.group(1);
        return SPELLINGS.getOrDefault(Names.key(inner), List.of());
    }

    private static void learn(List<String> line) {
        Region region = new Region(line.getFirst(), line.get(2));
        spell(line.get(1), region);
        spell(line.get(2), region);
        Names.list(line, 3).stream().filter(Predicate.not(String::isBlank)).forEach(name -> spell(name, region));
    }

    private static void spell(String name, Region region) {
        List<Region> regions = SPELLINGS.computeIfAbsent(Names.key(name), key -> new ArrayList<>());
        if (!regions.contains(region)) {
            regions.add(region);
        }
    }
}
