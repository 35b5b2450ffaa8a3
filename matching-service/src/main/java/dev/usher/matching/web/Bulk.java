package dev.usher.matching.web;

import dev.usher.matching.Customer;
import dev.usher.rest.FieldError;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a customer fits into one record of its topic, which takes 1 MiB with its headers. As JSON it is never smaller
 * than as Avro, and what we add to it ourselves (ids of contacts) has its room.
 */
final class Bulk {

    private static final int MOST_BYTES = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bulk() {}

    /** What is wrong, with the field that weighs most; empty = nothing. */
    static Optional<FieldError> of(Customer customer) {
        int bytes = bytes(customer);
        if (bytes <= MOST_BYTES) {
            return Optional.empty();
        }
        Map<String, Integer> lists = Map.of(
                "aliases", bytes(customer.aliases()),
                "contacts", bytes(customer.contacts()),
                "challenges", bytes(customer.challenges()),
                "interests", bytes(customer.interests()));
        String heaviest = lists.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return Optional.of(
                new FieldError(heaviest, "makes the customer larger than " + MOST_BYTES + " bytes as a whole"));
    }

    private static int bytes(Object value) {
        return JSON.writeValueAsBytes(value).length;
    }
}
