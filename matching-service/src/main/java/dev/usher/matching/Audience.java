package dev.usher.matching;

import java.util.List;

/** Whom the host wants; an empty list welcomes everyone. */
public record Audience(List<String> industries, List<String> regions, List<String> roles, List<String> companySizes) {

    public static final Audience EVERYONE = new Audience(List.of(), List.of(), List.of(), List.of());
}
