package dev.usher.contracts.places;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a country however English-speaking people write it; the spellings stand in {@code countries.tsv}. */
public final class Countries {

    private static final Pattern OFFICIAL = Pattern.compile("(.+ of(?: the)?) (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPLAINED = Pattern.compile("([^()]+)\\(([^()]+)\\)\\s*");
    private static final Map<String, String> CODES = new HashMap<>();
    private static final Map<String, String> SPELLINGS = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        Names.read("countries.tsv").forEach(Countries::learn);
    }

    private Countries() {}

    /**
     * The country's ISO 3166-1 alpha-2 code (or XK), in capitals.
     *
     * @param country alpha-2, alpha-3 or an English name, in any case, with or without accents
     * @return empty where the text is null, blank or no country that we know; only the last is a caller's mistake
     */
    public static Optional<String> parse(@Nullable String country) {
        if (country == null) {
            return Optional.empty();
        }
        return known(country).or(() -> explained(country));
    }

    private static Optional<String> known(String country) {
        String code = CODES.get(country.strip().toUpperCase(Locale.ROOT));
        return Optional.ofNullable(code == null ? SPELLINGS.get(Names.key(country)) : code);
    }

    /** 'Eswatini (Swaziland)': two names of one country, either of which would do. */
    private static Optional<String> explained(String country) {
        Matcher twice = EXPLAINED.matcher(country);
        return twice.matches()
                ? known(twice.group(1)).filter(code -> known(twice.group(2)).equals(Optional.of(code)))
                : Optional.empty();
    }

    /** How a person would say it: {@code CZ} is Czechia; a code that we do not know is its own name. */
    public static String englishName(String iso2) {
        return NAMES.getOrDefault(iso2, iso2);
    }

    private static void learn(List<String> line) {
        String iso2 = line.getFirst();
        CODES.put(iso2, iso2);
        CODES.put(line.get(1), iso2);
        NAMES.put(iso2, line.get(2));
        spell(line.get(2), iso2);
        Names.list(line, 3).forEach(name -> spell(name, iso2));
    }

    private static void spell(String name, String iso2) {
        only(Names.key(name), iso2);
        Matcher official = OFFICIAL.matcher(name);
        if (official.matches()) {
            only(Names.key(official.group(2) + " " + official.group(1)), iso2);
        }
    }

    private static void only(String key, String iso2) {
        String other = SPELLINGS.put(key, iso2);
        if (other != null && !other.equals(iso2)) {
            throw new IllegalStateException("'" + key + "' means both " + other + " and " + iso2);
        }
    }
}
