package dev.usher.matching.web;

import dev.usher.rest.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as HTTP carries them (RFC 9110, section 8.8.3). */
final class ETag {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private ETag() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Null = no condition. */
    static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw Problem.preconditionFailed("If-Match must name a version as the ETag did.");
        }
        return Integer.valueOf(version.group(1));
    }
}
