package dev.usher.matching.web;

import com.sanctionco.jmail.JMail;
import dev.usher.contracts.places.Countries;
import dev.usher.rest.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields one by one and gathers what is wrong with them. Empty and blank mean unknown. */
final class Fields {

    private static final int LONGEST_ID = 200;

    /** An index takes 2,704 bytes: a name of four-byte characters and an id of as many fit in. */
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 500;
    private static final int LONGEST_TEXT = 100_000;

    /** What PostgreSQL, a mail's header or a JSON reader would stumble over. */
    private static final IntPredicate PRINTED =
            c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;

    private static final IntPredicate PRINTED_ON_LINES = PRINTED.or(c -> c == '\n' || c == '\r' || c == '\t');

    private final List<FieldError> errors = new ArrayList<>();

    /** Empty = nothing is wrong. */
    List<FieldError> errors() {
        return errors;
    }

    void wrong(String field, String why) {
        errors.add(new FieldError(field, why));
    }

    /** Passes on what was said; nothing becomes empty. */
    String required(String field, @Nullable String value) {
        if (value == null) {
            wrong(field, "is required");
        }
        return value == null ? "" : value;
    }

    @Nullable String id(String field, @Nullable String value) {
        return checked(field, value, LONGEST_ID, PRINTED);
    }

    /** What a customer is called and found by. */
    @Nullable String name(String field, @Nullable String value) {
        return checked(field, value, LONGEST_NAME, PRINTED);
    }

    /** One line of text. */
    @Nullable String line(String field, @Nullable String value) {
        return checked(field, value, LONGEST_LINE, PRINTED);
    }

    /** Any number of lines. */
    @Nullable String text(String field, @Nullable String value) {
        return checked(field, value, LONGEST_TEXT, PRINTED_ON_LINES);
    }

    /** At most 500. Blank entries and repeats are left out. */
    List<String> lines(String field, @Nullable List<@Nullable String> values) {
        return each(field, values, this::line);
    }

    /** Likewise. */
    List<String> names(String field, @Nullable List<@Nullable String> values) {
        return each(field, values, this::name);
    }

    /** True if it has no more entries than that. */
    boolean atMost(int most, String field, List<?> values) {
        if (values.size() > most) {
            wrong(field, "has more than " + most + " entries");
        }
        return values.size() <= most;
    }

    private List<String> each(
            String field,
            @Nullable List<@Nullable String> values,
            BiFunction<String, @Nullable String, @Nullable String> read) {
        if (values == null || !atMost(MOST_LINES, field, values)) {
            return List.of();
        }
        Set<String> lines = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String place = field + "[" + i + "]";
            if (values.get(i) == null) {
                wrong(place, "must not be null");
            }
            String line = read.apply(place, values.get(i));
            if (line != null) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    @Nullable String email(String field, @Nullable String value) {
        String address = line(field, value);
        if (address != null && !JMail.strictValidator().isValid(address)) {
            wrong(field, "is not an e-mail address");
        }
        return address;
    }

    /** IANA's name. */
    @Nullable String zone(String field, @Nullable String value) {
        String zone = line(field, value);
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            wrong(field, "is not a time zone such as America/Chicago");
        }
        return zone;
    }

    /** ISO 3166-1 alpha-2. */
    @Nullable String country(String field, @Nullable String value) {
        String name = line(field, value);
        if (name == null) {
            return null;
        }
        Optional<String> code = Countries.parse(name);
        if (code.isEmpty()) {
            wrong(field, "is not a country: an English name or an ISO 3166-1 code is expected");
        }
        return code.orElse(null);
    }

    /** BCP 47. */
    @Nullable String language(String field, @Nullable String value) {
        String tag = line(field, value);
        try {
            return tag == null
                    ? null
                    : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            wrong(field, "is not a language tag such as en or pt-BR");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String value, Class<E> type) {
        String name = line(field, value);
        if (name == null) {
            return null;
        }
        List<E> known = List.of(type.getEnumConstants());
        Optional<E> found =
                known.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
        if (found.isEmpty()) {
            wrong(
                    field,
                    "must be one of "
                            + String.join(
                                    ", ",
                                    Stream.of(type.getEnumConstants())
                                            .map(Enum::name)
                                            .toList()));
        }
        return found.orElse(null);
    }

    private @Nullable String checked(String field, @Nullable String value, int most, IntPredicate allowed) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.codePoints().allMatch(allowed)) {
            wrong(field, "must not contain control characters or half a character");
        }
        String said = value.strip();
        if (said.codePointCount(0, said.length()) > most) {
            wrong(field, "is longer than " + most + " characters");
        }
        return said;
    }
}
