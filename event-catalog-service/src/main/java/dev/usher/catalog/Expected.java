package dev.usher.catalog;

import java.util.Set;

/**
 * The version at which a caller wants to find an event.
 *
 * @param any whatever version stands will do
 * @param versions else one of these; empty = none will do
 */
public record Expected(boolean any, Set<Integer> versions) {

    public static final Expected ANY = new Expected(true, Set.of());

    public static Expected oneOf(Set<Integer> versions) {
        return new Expected(false, versions);
    }

    boolean met(Event event) {
        return any || versions.contains(event.version());
    }
}
