package dev.usher.matching.scoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Continents and the larger areas people speak of (EMEA, DACH), as sets of countries. */
final class Areas {

    private static final int CONTINENTS = 6;

    private final Map<String, Set<String>> countries = new HashMap<>();
    private final Map<String, String> continents = new HashMap<>();

    Areas() {
        List<String> lines = Resource.lines("areas.txt").stream()
                .filter(line -> line.contains(":"))
                .toList();
        lines.forEach(this::area);
        lines.subList(0, CONTINENTS).forEach(line -> {
            String name = line.substring(0, line.indexOf(':'));
            countries.getOrDefault(name, Set.of()).forEach(country -> continents.put(country, name));
        });
    }

    /** ISO 3166-1 alpha-2 codes; empty = not an area that we know. */
    Set<String> countriesOf(String area) {
        return countries.getOrDefault(area.strip().toLowerCase(Locale.ROOT), Set.of());
    }

    boolean onOneContinent(String country, String other) {
        return continents.containsKey(country) && continents.get(country).equals(continents.get(other));
    }

    private void area(String line) {
        String[] sides = line.split(":", 2);
        Set<String> members = new HashSet<>();
        String rest = sides[1];
        for (String known : List.copyOf(countries.keySet())) {
            if (rest.contains(known)) {
                members.addAll(countries.getOrDefault(known, Set.of()));
                rest = rest.replace(known, " ");
            }
        }
        for (String code : rest.strip().split("\\s+")) {
            members.add(code);
        }
        members.remove("");
        countries.put(sides[0], members);
    }
}
