package dev.usher.matching.scoring;

import dev.usher.contracts.places.Countries;
import dev.usher.contracts.places.Regions;
import dev.usher.matching.Place;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
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
        return country != null && there != null && toldApart(home, venue) ? Distance.SAME_COUNTRY : Distance.UNKNOWN;
    }

    /**
     * Whether a place lies in what a person calls a region: a country, an area, a state, a city; empty = cannot be told.
     * A name may mean several things (CA is Canada and California): it lies there if it lies in one of them, and does not
     * if it is known to lie in none.
     */
    Optional<Boolean> lies(@Nullable Place place, String wish) {
        if (place == null) {
            return Optional.empty();
        }
        if (sameRegion(place, wish) || sameName(place.city(), wish)) {
            return Optional.of(true);
        }
        Set<String> homes = homes(place);
        List<Optional<Boolean>> readings = Stream.concat(
                        Stream.of(countries(wish))
                                .filter(wanted -> !wanted.isEmpty())
                                .map(wanted -> within(homes, wanted)),
                        Stream.of(Regions.countries(wish))
                                .filter(having -> !having.isEmpty())
                                .map(having -> inRegion(place, homes, having)))
                .toList();
        if (readings.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return readings.isEmpty() || readings.contains(Optional.<Boolean>empty())
                ? Optional.empty()
                : Optional.of(false);
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

    /** The country, or those that the region may lie in; empty = unknown. */
    private static Set<String> homes(Place place) {
        String country = place.country();
        String region = place.region();
        return country != null ? Set.of(country) : region == null ? Set.of() : Regions.countries(region);
    }

    private static Optional<Boolean> within(Set<String> homes, Set<String> wanted) {
        if (homes.isEmpty() || (!wanted.containsAll(homes) && !Collections.disjoint(homes, wanted))) {
            return Optional.empty();
        }
        return Optional.of(wanted.containsAll(homes));
    }

    /** Of a place whose region is not the one wished for, by its name. */
    private static Optional<Boolean> inRegion(Place place, Set<String> homes, Set<String> having) {
        boolean elsewhere = !homes.isEmpty() && Collections.disjoint(homes, having);
        boolean otherRegion =
                place.region() != null && !Regions.countries(place.region()).isEmpty();
        return elsewhere || otherRegion ? Optional.of(false) : Optional.empty();
    }

    private Set<String> countries(String region) {
        Set<String> area = areas.countriesOf(region);
        return area.isEmpty() ? Countries.parse(region).map(Set::of).orElse(Set.of()) : area;
    }

    private static boolean sameCity(Place home, Place venue) {
        return venue.city() != null && sameName(home.city(), venue.city());
    }

    /** Two cities or two regions of one country that are not the same; a country alone may be next door. */
    private static boolean toldApart(Place home, Place venue) {
        return (home.city() != null && venue.city() != null) || differ(home.region(), venue.region());
    }

    private static boolean sameName(@Nullable String city, String other) {
        return city != null && folded(city).equals(folded(other));
    }

    private static boolean sameRegion(Place place, String wish) {
        return place.region() != null && Regions.same(place.region(), wish, place.country());
    }

    private static boolean same(@Nullable String region, @Nullable String other) {
        return region != null && other != null && Regions.same(region, other);
    }

    private static boolean differ(@Nullable String region, @Nullable String other) {
        return region != null && other != null && !Regions.same(region, other);
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
