package dev.usher.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every call that lists things answers.
 *
 * @param nextCursor to be passed as {@code cursor} for what follows; null = that was all
 */
public record Items<T>(List<T> items, @Nullable String nextCursor) {

    public Items {
        items = List.copyOf(items);
    }

    /** A list that is complete. */
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }

    /**
     * One page of a longer list.
     *
     * @param found what was found when asking for {@code limit + 1}
     * @param cursor where to go on after an item
     */
    public static <T> Items<T> page(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return all(found);
        }
        List<T> shown = found.subList(0, limit);
        return new Items<>(shown, cursor.apply(shown.getLast()));
    }

    /** The same page with each item told differently. */
    public <R> Items<R> map(Function<? super T, ? extends R> told) {
        return new Items<>(items.stream().<R>map(told).toList(), nextCursor);
    }
}
