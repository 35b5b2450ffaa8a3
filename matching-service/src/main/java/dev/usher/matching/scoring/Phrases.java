package dev.usher.matching.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sequences of stems that mean one thing; the longest one wins. */
final class Phrases {

    private final Map<List<String>, String> meanings = new HashMap<>();
    private int longest = 1;

    void add(List<String> stems, String meaning) {
        if (!stems.isEmpty()) {
            meanings.putIfAbsent(List.copyOf(stems), meaning);
            longest = Math.max(longest, stems.size());
        }
    }

    List<String> replace(List<String> stems) {
        List<String> terms = new ArrayList<>(stems.size());
        int at = 0;
        while (at < stems.size()) {
            int length = lengthAt(stems, at);
            terms.add(length == 0 ? stems.get(at) : meaning(stems, at, length));
            at += Math.max(1, length);
        }
        return terms;
    }

    private int lengthAt(List<String> stems, int at) {
        for (int length = Math.min(longest, stems.size() - at); length > 0; length--) {
            if (meanings.containsKey(stems.subList(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private String meaning(List<String> stems, int at, int length) {
        return Objects.requireNonNull(meanings.get(stems.subList(at, at + length)));
    }
}
