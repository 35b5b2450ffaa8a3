package dev.usher.matching;

import java.util.Optional;
import java.util.function.Consumer;

/** One partition's customers with what is remembered of them. What is remembered may come before the customer does. */
public interface Book {

    /** Empty as long as the customer itself is unknown. */
    Optional<Guest> find(String customerId);

    /** An older version than the known one changes nothing. */
    void put(Customer customer);

    /** Forgets the customer and all that is remembered of it. */
    void erase(String customerId);

    /** The latest word on a seat stands. */
    void remember(String customerId, Visit visit);

    /** Once per interest id; the newest fifty are kept. */
    void remember(String customerId, Interest interest);

    /** Visits every known customer, in no promised order. */
    void each(Consumer<Guest> visitor);
}
