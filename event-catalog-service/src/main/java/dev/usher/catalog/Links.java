package dev.usher.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that a guest may be sent to. */
final class Links {

    static final String ABSOLUTE = "an absolute http or https address";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** A host, in any script, and a port; no user name, which would let an address pose as another. */
    private static final Pattern HOST = Pattern.compile("([^:@\\[\\]]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    private Links() {}

    /** The address as it was written; empty = it is not absolute, not http or https, or no address at all. */
    static Optional<String> absolute(String said) {
        try {
            URI uri = new URI(said);
            boolean absolute = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getRawAuthority() != null
                    && HOST.matcher(uri.getRawAuthority()).matches();
            return absolute ? Optional.of(said) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
