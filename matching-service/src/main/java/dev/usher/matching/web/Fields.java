package dev.usher.matching.web;

import com.sanctionco.jmail.JMail;
import dev.usher.contracts.places.Countries;
import dev.usher.rest.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields one by one and gathers what is wrong with them. Empty and blank mean unknown. */
final class Fields {

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_TEXT = 100_000;

    private final List<FieldError> errors = new ArrayList<>();

    /** Empty = nothing is wrong. */
    List<FieldError> errors() {
        return errors;
    }

    void wrong(String field, String why) {
        errors.add(new FieldError(field, why));
    }

    String required(String field, @Nullable String value) {
        String line = line(field, value);
        if (line == null) {
            wrong(field, "is required");
        }
        return line == null ? "" : line;
    }

    /** One line of text. */
    @Nullable String line(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "must not contain control characters");
        }
        return limited(field, value.strip(), LONGEST_LINE);
    }

    /** Any number of lines. */
    @Nullable String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            wrong(field, "must not contain control characters");
        }
        return limited(field, value.strip(), LONGEST_TEXT);
    }

    /** Blank entries are left out. */
    List<String> lines(String field, @Nullable List<@Nullable String> values) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; values != null && i < values.size(); i++) {
            String line = line(field + "[" + i + "]", values.get(i));
            if (line != null && !lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
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

    private String limited(String field, String value, int most) {
        if (value.length() > most) {
            wrong(field, "is longer than " + most + " characters");
        }
        return value;
    }
}
