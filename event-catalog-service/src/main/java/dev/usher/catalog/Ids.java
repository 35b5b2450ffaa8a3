package dev.usher.catalog;

/** Ids for events that are announced without one. */
public interface Ids {

    /** Readable, new, and fit for a path: {@code 2027-customer-success-summit-k3f9q2}. */
    String next(String eventName);
}
