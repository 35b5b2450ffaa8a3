package dev.usher.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in a caller's words, without names of Java's, what Jackson found wrong. */
final class JsonFault {

    private static final int QUOTED = 80;

    private JsonFault() {}

    static FieldError of(JacksonException fault) {
        return new FieldError(path(fault.getPath()), why(fault));
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        references.forEach(reference -> append(path, reference));
        return path.toString();
    }

    private static void append(StringBuilder path, Reference reference) {
        if (reference.getPropertyName() == null) {
            path.append('[').append(reference.getIndex()).append(']');
            return;
        }
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
    }

    private static String why(JacksonException fault) {
        return switch (fault) {
            case RefusedText refused -> refused.getOriginalMessage();
            case InvalidFormatException format ->
                "must be " + wanted(format.getTargetType()) + ", not " + quoted(format.getValue());
            case MismatchedInputException mismatch -> "must be " + wanted(mismatch.getTargetType());
            case InputCoercionException tooLarge -> "is a number out of range";
            case DatabindException refused -> refusedByConstructor(refused);
            default -> "is not valid JSON" + at(fault.getLocation());
        };
    }

    /** What a record's compact constructor said, if it said something. */
    private static String refusedByConstructor(DatabindException fault) {
        Throwable cause = fault.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "cannot be read";
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String quoted(@Nullable Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text) + "'";
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", names(type));
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : scalar(type);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return number(type) ? numberOf(type) : time(type);
    }

    private static boolean number(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != char.class);
    }

    private static String numberOf(Class<?> type) {
        List<Class<?>> fractions = List.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
        return fractions.contains(type) ? "a number" : "a whole number";
    }

    private static String time(Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as 2027-03-09";
        }
        if (type == LocalDateTime.class) {
            return "a date and time such as 2027-03-09T14:00";
        }
        return type == OffsetDateTime.class || type == Instant.class
                ? "a date and time with an offset such as 2027-03-09T14:00-08:00"
                : "an object";
    }
}
