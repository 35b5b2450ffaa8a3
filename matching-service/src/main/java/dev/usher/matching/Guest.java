package dev.usher.matching;

import java.util.List;

/** A customer with what is remembered of it: which events it came to, which interests it showed. */
public record Guest(Customer customer, List<Visit> visits, List<Interest> shown) {

    public String id() {
        return customer.id();
    }
}
