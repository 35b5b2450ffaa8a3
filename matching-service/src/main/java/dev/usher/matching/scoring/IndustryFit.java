package dev.usher.matching.scoring;

import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Customer;
import dev.usher.matching.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How near a customer's industry is to those an event is made for. */
final class IndustryFit {

    /** Named by the host, an industry counts in full; read from topics, by so much. */
    private static final double READ_FROM_TOPICS = 0.6;

    /** Nearer than this counts for, farther against. */
    private static final double NEAR = 0.3;

    private static final double AGAINST = -0.6;

    /** An industry the event is made for. */
    private record Wish(String name, boolean stated) {}

    private final Industries industries;
    private final List<Wish> wishes = new ArrayList<>();

    IndustryFit(Event event, Industries industries) {
        this.industries = industries;
        event.audience().industries().forEach(name -> wishes.add(new Wish(name, true)));
        if (wishes.isEmpty()) {
            event.topics().stream()
                    .filter(topic -> !industries.of(topic).isEmpty())
                    .forEach(topic -> wishes.add(new Wish(topic, false)));
        }
    }

    Feature of(Customer customer) {
        Wish nearest = null;
        double best = -1;
        for (Wish wish : wishes) {
            OptionalDouble near = industries.nearness(customer.industry(), wish.name());
            if (near.isPresent() && near.getAsDouble() > best) {
                best = near.getAsDouble();
                nearest = wish;
            }
        }
        return nearest == null ? Feature.neutral(Criterion.INDUSTRY) : feature(customer, nearest, best);
    }

    private static Feature feature(Customer customer, Wish wish, double near) {
        double value = near >= NEAR ? near : AGAINST * (1 - near / NEAR);
        double counted = wish.stated() ? value : Math.max(0, value) * READ_FROM_TOPICS;
        return new Feature(
                Criterion.INDUSTRY,
                counted,
                () -> text(wish, counted, near),
                () -> "industry '" + customer.industry() + "' - " + (wish.stated() ? "audience" : "topic") + " '"
                        + wish.name() + "'");
    }

    private static String text(Wish wish, double counted, double near) {
        if (counted < 0) {
            return "Made for " + wish.name() + ", which lies far from their industry";
        }
        return (wish.stated() ? "Made for " : "Speaks of ")
                + wish.name()
                + (near >= 1 ? ", their industry" : ", which is close to their industry");
    }
}
