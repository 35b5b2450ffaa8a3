package dev.usher.matching.streams;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Customer;
import dev.usher.matching.Outcome;
import dev.usher.matching.Partition;
import dev.usher.matching.avro.CustomerRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customer log fills the book; what waited for a customer goes on, and its places in the rankings follow soon. */
final class Customers extends Listening {

    Customers(Tools tools) {
        super(tools);
    }

    @Override
    List<? extends Outcome> hear(String key, byte @Nullable [] value, String messageId, Partition here) {
        if (value == null) {
            return tools.decisions().erasing().erased(key, here);
        }
        var customer = CustomerRecords.read(tools.avro().decode(Topics.CUSTOMERS, value, Customer.class));
        requireKey(key, customer.id());
        here.book().put(customer);
        here.stale().mark(customer.id());
        List<Outcome> said = new ArrayList<>(tools.decisions().answering().arrived(customer.id(), here, now()));
        said.addAll(tools.decisions().noticing().arrived(customer.id(), here, now()));
        return said;
    }
}
