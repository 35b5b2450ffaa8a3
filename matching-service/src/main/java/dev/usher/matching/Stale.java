package dev.usher.matching;

import java.util.List;

/** Customers who changed since they were last scored. */
public interface Stale {

    void mark(String customerId);

    /** At most so many, and no longer stale from now on, unless a crash lost what was said of them. */
    List<String> take(int atMost);
}
