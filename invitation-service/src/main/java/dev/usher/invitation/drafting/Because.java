package dev.usher.invitation.drafting;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.Match;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The personal reason to come: what the customer works on, cares about, and where it sits. */
final class Because {

    private static final int OF_EACH = 2;
    private static final int TOPICS = 3;

    private final Facts facts;
    private final Customer customer;
    private final Event event;

    Because(Facts facts) {
        this.facts = facts;
        this.customer = facts.customer();
        this.event = facts.event();
    }

    /** Focus and interest; empty where neither is known. */
    Optional<Said> focus() {
        List<String> challenges = relevant(customer.challenges());
        List<String> interests = relevant(customer.interests());
        String focus = challenges.isEmpty() ? "" : "your focus on " + Phrases.wishes(challenges);
        String interest = interests.isEmpty() ? "" : "your interest in " + Phrases.wishes(interests);
        String both = focus.isEmpty() || interest.isEmpty()
                ? focus + interest
                : focus + (challenges.size() > 1 ? ", and " : " and ") + interest;
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(Said.of(
                        "I thought of " + customer.name() + " because of " + both + ".",
                        "customer.challenges, customer.interests",
                        challenges + " " + interests));
    }

    /** Those that a picked session answers come first, then those the event speaks of, then as they stand. */
    private List<String> relevant(List<String> wishes) {
        Set<String> answered = new HashSet<>();
        facts.match().sessions().stream()
                .map(Match.Pick::matches)
                .flatMap(Stream::ofNullable)
                .forEach(m -> answered.add(m.toLowerCase(Locale.ROOT)));
        Set<String> spoken = Phrases.words(String.join(" ", event.topics()) + " " + event.name());
        Comparator<String> answeredFirst = Comparator.comparing(w -> !answered.contains(w.toLowerCase(Locale.ROOT)));
        return wishes.stream()
                .distinct()
                .sorted(answeredFirst.thenComparing(
                        w -> Phrases.words(w).stream().noneMatch(spoken::contains)))
                .limit(OF_EACH)
                .toList();
    }

    /** What the event covers, beginning with what is near to the customer; empty where it names nothing. */
    Optional<Said> topics() {
        List<String> topics = nearest();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String more = event.topics().size() > topics.size() ? ", among other topics" : "";
        return Optional.of(Said.of(
                "The program covers " + Phrases.topics(topics) + more + ".",
                "event.topics",
                String.join(", ", topics)));
    }

    /** The event's topics nearest to this customer, at most three. */
    List<String> nearest() {
        Set<String> cares = new HashSet<>(Phrases.words(String.join(" ", customer.challenges())));
        cares.addAll(Phrases.words(String.join(" ", customer.interests())));
        return event.topics().stream()
                .distinct()
                .sorted(Comparator.comparing(t -> Phrases.words(t).stream().noneMatch(cares::contains)))
                .limit(TOPICS)
                .toList();
    }

    /** Room or screen, where the guest has the choice and matching has a view; empty otherwise. */
    Optional<Said> attendance() {
        String better = facts.match().attendance();
        if (event.format() != Event.Format.HYBRID || better == null) {
            return Optional.empty();
        }
        String fact = "candidate.attendance";
        return Optional.of(
                "VIRTUAL".equals(better)
                        ? Said.of(virtual(), fact, better)
                        : Said.of("You are welcome in person, and there is a virtual option as well.", fact, better));
    }

    private String virtual() {
        String home = home();
        String venue = venue();
        return home.isEmpty() || venue.isEmpty() || home.equalsIgnoreCase(venue)
                ? "There is a virtual option, which is likely the better fit for you."
                : "You are in %s and the event is in %s, so the virtual option is likely the better fit for you."
                        .formatted(home, venue);
    }

    /** The event comes to where the customer is; empty otherwise. */
    Optional<Said> nearby() {
        String home = home();
        boolean same = event.format() != Event.Format.VIRTUAL && !home.isEmpty() && home.equalsIgnoreCase(venue());
        return same
                ? Optional.of(Said.of("It is in " + home + ", where you are.", "customer.location.city", home))
                : Optional.empty();
    }

    private String home() {
        Customer.Location home = customer.location();
        return home == null || home.city() == null ? "" : home.city();
    }

    private String venue() {
        Event.Venue venue = event.venue();
        return venue == null || venue.city() == null ? "" : venue.city();
    }
}
