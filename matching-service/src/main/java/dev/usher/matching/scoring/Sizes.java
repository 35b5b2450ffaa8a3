package dev.usher.matching.scoring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Company sizes as people write them: 51-200, 1,000+, 10k+, SMB, Enterprise. */
final class Sizes {

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*(?:-|to|\u2013)\\s*(\\d+)");
    private static final Pattern FROM = Pattern.compile("(?:(?:>|over|more than)\\s*=?\\s*(\\d+))|(?:(\\d+)\\s*\\+)");
    private static final Pattern UP_TO = Pattern.compile("(?:<|under|below|less than|up to)\\s*=?\\s*(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");
    private static final Pattern HEADS = Pattern.compile("\\s+(?:employees|people|staff)$");
    private static final Pattern GAPS = Pattern.compile("(?<=\\d)[,. ](?=\\d{3}(?!\\d))");
    private static final Pattern LARGE = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,2}))?\\s?([km])(?![a-z])");
    private static final int NO_END = Integer.MAX_VALUE;

    /** Employees, both ends included. */
    private record Range(long from, long to) {

        boolean meets(Range other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Empty = cannot be told: only what is a size from end to end counts, "Fortune 500" does not. */
    static Optional<Boolean> same(String size, String other) {
        String one = plain(size);
        String two = plain(other);
        if (one.equals(two)) {
            return Optional.of(true);
        }
        return range(one).flatMap(a -> range(two).map(a::meets));
    }

    private Sizes() {}

    private static Optional<Range> range(String size) {
        return word(size)
                .or(() -> matched(RANGE, size)
                        .map(m -> new Range(number(m.group(1)), number(m.group(2))))
                        .or(() -> matched(FROM, size)
                                .map(m -> new Range(number(m.group(1) == null ? m.group(2) : m.group(1)), NO_END)))
                        .or(() -> matched(UP_TO, size).map(m -> new Range(0, number(m.group(1)))))
                        .or(() -> matched(NUMBER, size).map(m -> new Range(number(m.group(1)), number(m.group(1))))));
    }

    private static Optional<Range> word(String size) {
        return switch (size) {
            case "small", "smb", "sme", "startup", "start-up", "small business" -> Optional.of(new Range(0, 200));
            case "medium", "mid", "mid-market", "midmarket", "mid market", "midsize" ->
                Optional.of(new Range(100, 2000));
            case "large", "enterprise", "corporate" -> Optional.of(new Range(1000, NO_END));
            default -> Optional.empty();
        };
    }

    private static Optional<Matcher> matched(Pattern pattern, String size) {
        Matcher matcher = pattern.matcher(size);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static long number(String digits) {
        return digits.length() > 9 ? NO_END : Long.parseLong(digits);
    }

    private static String plain(String size) {
        String heads = HEADS.matcher(size.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return LARGE.matcher(GAPS.matcher(heads).replaceAll("")).replaceAll(found -> writtenOut(found));
    }

    /** 1.5k is 1500. */
    private static String writtenOut(MatchResult found) {
        String fraction = found.group(2) == null ? "" : found.group(2);
        int zeros = found.group(3).equals("k") ? 3 : 6;
        return found.group(1) + fraction + "0".repeat(zeros - fraction.length());
    }
}
