package dev.usher.matching.scoring;

import dev.usher.contracts.places.Countries;
import dev.usher.contracts.places.Regions;
import dev.usher.matching.Place;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where places lie to each other, as far as their names tell. */
final class Geography {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|[.']");
    private static final Pattern CITY = Pattern.compile("\\s+city$");

    /** How far a customer has to come. */
    enum Distance {
        SAME_CITY,
        SAME_REGION,
        SAME_COUNTRY,
        SAME_CONTINENT,
        FAR,
        UNKNOWN
    }

    private final Areas areas = new Areas();

    Distance between(@Nullable Place home, @Nullable Place venue) {
        if (home == null || venue == null) {
            return Distance.UNKNOWN;
        }
        String country = home.country();
        String there = venue.country();
        if (country != null && there != null && !country.equals(there)) {
            return areas.onOneContinent(country, there) ? Distance.SAME_CONTINENT : Distance.FAR;
        }
        if (sameCity(home, venue) && !differ(home.region(), venue.region())) {
            return Distance.SAME_CITY;
        }
        if (same(home.region(), venue.region())) {
            return Distance.SAME_REGION;
        }
        return country != null && there != null ? Distance.SAME_COUNTRY : Distance.UNKNOWN;
    }

    /** Whether a place lies in what a person calls a region: a country, an area, a state, a city; empty = cannot be told. */
    Optional<Boolean> lies(@Nullable Place place, String region) {
        if (place == null || empty(place)) {
            return Optional.empty();
        }
        Set<String> countries = countries(region);
        if (!countries.isEmpty() && place.country() != null && !same(place.region(), region)) {
            return Optional.of(countries.contains(place.country()));
        }
        if (same(place.region(), region)
                || (place.city() != null && folded(place.city()).equals(folded(region)))) {
            return Optional.of(true);
        }
        return place.region() == null ? Optional.empty() : Optional.of(false);
    }

    /** As one would write it on a letter: Austin, TX, US. Empty = unknown. */
    static String label(@Nullable Place place) {
        return place == null ? "" : joined(place.city(), place.region(), country(place));
    }

    /** The nearest name: the city, else the region, else the country. Empty = unknown. */
    static String shortLabel(@Nullable Place place) {
        if (place == null) {
            return "";
        }
        return Stream.of(place.city(), place.region(), country(place))
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .findFirst()
                .orElse("");
    }

    private Set<String> countries(String region) {
        Set<String> area = areas.countriesOf(region);
        return area.isEmpty() ? Countries.parse(region).map(Set::of).orElse(Set.of()) : area;
    }

    private static boolean sameCity(Place home, Place venue) {
        String city = home.city();
        String there = venue.city();
        return city != null && there != null && folded(city).equals(folded(there));
    }

    private static boolean same(@Nullable String region, @Nullable String other) {
        return region != null && other != null && Regions.same(region, other);
    }

    private static boolean differ(@Nullable String region, @Nullable String other) {
        return region != null && other != null && !Regions.same(region, other);
    }

    private static boolean empty(Place place) {
        return place.city() == null && place.region() == null && place.country() == null;
    }

    private static @Nullable String country(Place place) {
        String country = place.country();
        return country == null ? null : Countries.englishName(country);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT);
        return CITY.matcher(plain).replaceAll("");
    }
}
