package dev.usher.matching.web;

import dev.usher.rest.Problem;
import java.util.function.IntPredicate;
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

    /** Which newest version is wanted; 0 = there is none yet. */
    static IntPredicate expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return newest -> true;
        }
        if (ifMatch.strip().equals("*")) {
            return newest -> newest > 0;
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw Problem.preconditionFailed("If-Match must name a version as the ETag did.");
        }
        int wanted = Integer.parseInt(version.group(1));
        return newest -> newest == wanted;
    }
}
