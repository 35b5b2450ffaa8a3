package dev.usher.invitation.kafka;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Offsets of all partitions of all topics of the stream, as one word: what is read next of each, in base 36. */
final class Places {

    private Places() {}

    static String write(long[] next) {
        return LongStream.of(next)
                .mapToObj(n -> n == 0 ? "" : Long.toString(n, 36))
                .collect(Collectors.joining("."));
    }

    static long[] read(String place, int size) {
        String[] parts = place.split("\\.", -1);
        if (parts.length != size) {
            throw new IllegalArgumentException("no place of this stream");
        }
        return Arrays.stream(parts).mapToLong(Places::offset).toArray();
    }

    private static long offset(String part) {
        long offset = part.isEmpty() ? 0 : Long.parseLong(part, 36);
        if (offset < 0) {
            throw new IllegalArgumentException("no place of this stream");
        }
        return offset;
    }
}
