package dev.usher.gmail.web;

import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import dev.usher.gmail.post.Refused.Why;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose mailbox a call is about. Until tokens are issued, {@code Authorization: Bearer} carries the owner's e-mail address where it
 * carries anything: it is what {@code me} means, and another's mailbox is then closed to it.
 */
final class Owner {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]+@[^\\s@<>,;\"\\p{Cntrl}]+");

    private Owner() {}

    static String of(Request request) {
        var named = PostOffice.name(request.var("user"));
        var bearer = bearer(request);
        if (named.equals("me")) {
            return me(bearer);
        }
        if (!ADDRESS.matcher(named).matches()) {
            throw Refused.invalid("Invalid userId: " + named);
        }
        if (bearer != null && !bearer.equals(named)) {
            throw Refused.because(Why.FORBIDDEN, "Delegation denied for " + bearer);
        }
        return named;
    }

    private static String me(@Nullable String bearer) {
        if (bearer == null) {
            throw Refused.because(
                    Why.UNAUTHENTICATED,
                    "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.");
        }
        return bearer;
    }

    /** The address in the token; null where there is none in it. */
    private static @Nullable String bearer(Request request) {
        var header = Objects.requireNonNullElse(request.headers().get("authorization"), "");
        var token = header.startsWith("Bearer ") ? PostOffice.name(header.substring(7)) : "";
        return ADDRESS.matcher(token).matches() ? token : null;
    }

    /** The owner in the path of a page or of the control API. */
    static String named(Request request) {
        var named = PostOffice.name(request.var("user"));
        if (!ADDRESS.matcher(named).matches()) {
            throw Refused.invalid("'" + named + "' is not an e-mail address");
        }
        return named;
    }
}
