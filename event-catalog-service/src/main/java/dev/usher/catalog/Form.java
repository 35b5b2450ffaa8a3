package dev.usher.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of an announcement while it is read. It knows where it stands in the whole and notes what is wrong with it;
 * a faulty value reads as null, so that reading goes on and finds the other faults too. Blank reads as null as well.
 */
final class Form {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 50_000;

    /** What PostgreSQL, a mail's header or a JSON reader would stumble over: NUL, CR, LF, half a surrogate pair. */
    private static final IntPredicate PRINTED =
            c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;

    private static final IntPredicate PRINTED_ON_LINES = PRINTED.or(c -> c == '\n' || c == '\r' || c == '\t');

    private static final Pattern UNFIT_FOR_A_PATH = Pattern.compile("[/\\\\?#%;]|^\\.{1,2}$");

    private final String path;
    private final List<Fault> faults;

    private Form(String path, List<Fault> faults) {
        this.path = path;
        this.faults = faults;
    }

    static Form empty() {
        return new Form("", new ArrayList<>());
    }

    boolean hasFaults() {
        return !faults.isEmpty();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Form in(String field) {
        return new Form(path + field + ".", faults);
    }

    void wrong(String field, String why) {
        faults.add(new Fault(path + field, why));
    }

    /** As an id, and fit for a path: clients and proxies take some characters for parts of an address. */
    @Nullable String eventId(String field, @Nullable String said) {
        String id = id(field, said);
        if (id != null && UNFIT_FOR_A_PATH.matcher(id).find()) {
            wrong(field, "must not be . or .. or hold any of / \\ ? # % ;");
        }
        return id;
    }

    /** At most 200 characters. */
    @Nullable String id(String field, @Nullable String said) {
        return checked(field, said, LONGEST_ID, PRINTED);
    }

    /** One line of at most 1,000 characters, such as a name. */
    @Nullable String line(String field, @Nullable String said) {
        return checked(field, said, LONGEST_LINE, PRINTED);
    }

    /** Lines of at most 50,000 characters together. */
    @Nullable String text(String field, @Nullable String said) {
        return checked(field, said, LONGEST_TEXT, PRINTED_ON_LINES);
    }

    /** Passes on what was said, noting a fault when that is nothing. */
    @Nullable String required(String field, @Nullable String said) {
        if (said == null || said.isBlank()) {
            wrong(field, "is required");
        }
        return said;
    }

    /** What {@code parse} makes of the line; if that is nothing, the line "must be" as told. */
    <T> @Nullable T as(String field, @Nullable String said, Function<String, Optional<T>> parse, String mustBe) {
        String line = line(field, said);
        if (line == null) {
            return null;
        }
        Optional<T> parsed = parse.apply(line);
        if (parsed.isEmpty()) {
            wrong(field, "must be " + mustBe);
        }
        return parsed.orElse(null);
    }

    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String said, Class<E> choices) {
        List<E> all = Arrays.asList(choices.getEnumConstants());
        return as(
                field,
                said,
                line -> all.stream()
                        .filter(choice -> choice.name().equals(line))
                        .findAny(),
                "one of " + all);
    }

    /** The lines of a list that say something. */
    List<String> lines(String field, @Nullable List<@Nullable String> said) {
        return every(field, said, this::line);
    }

    /** What {@code read} makes of a list's objects, each with a form of its own, without those of which it makes nothing. */
    <T, R> List<R> each(String field, @Nullable List<@Nullable T> said, BiFunction<Form, T, @Nullable R> read) {
        return every(field, said, (place, item) -> read.apply(in(place), item));
    }

    /** An entry that is null says nothing and still takes a place: somebody lost what belongs there. */
    private <T, R> List<R> every(
            String field, @Nullable List<@Nullable T> said, BiFunction<String, T, @Nullable R> read) {
        List<R> all = new ArrayList<>();
        for (int i = 0; said != null && i < said.size(); i++) {
            String place = field + "[" + i + "]";
            T item = said.get(i);
            if (item == null) {
                wrong(place, "must not be null");
                continue;
            }
            R one = read.apply(place, item);
            if (one != null) {
                all.add(one);
            }
        }
        return List.copyOf(all);
    }

    private @Nullable String checked(String field, @Nullable String said, int longest, IntPredicate allowed) {
        if (said == null || said.isBlank()) {
            return null;
        }
        if (said.length() > longest) {
            wrong(field, "is longer than %,d characters".formatted(longest));
            return null;
        }
        if (!said.codePoints().allMatch(allowed)) {
            wrong(field, "holds a control character or half a character");
            return null;
        }
        return said.strip();
    }
}
