package dev.usher.catalog.web;

import dev.usher.catalog.Event;
import dev.usher.catalog.Expected;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event's version as an entity tag (RFC 9110, section 8.8.3). */
final class VersionTag {

    /** Proxies that compress make tags weak; clients forget the quotes. Both mean the version. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private VersionTag() {}

    static String of(Event event) {
        return of(event.version());
    }

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** A tag that is none of ours matches no version. */
    static Expected expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Expected.ANY;
        }
        Set<Integer> versions = Pattern.compile(",")
                .splitAsStream(ifMatch)
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .collect(Collectors.toUnmodifiableSet());
        return Expected.oneOf(versions);
    }
}
