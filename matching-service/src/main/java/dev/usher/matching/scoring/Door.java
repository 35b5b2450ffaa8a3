package dev.usher.matching.scoring;

import dev.usher.matching.Audience;
import dev.usher.matching.Contact;
import dev.usher.matching.Customer;
import dev.usher.matching.Guest;
import dev.usher.matching.Question.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may come at all. A host's audience turns away only those who are known to be none of it: whatever is unknown stays
 * neutral. A person's question is stricter: who is not known to meet it does not.
 */
final class Door {

    /** Nearer than this, an industry counts as welcome where the host named its neighbour. */
    private static final double SAME_BRANCH = 0.3;

    private final Industries industries;
    private final Geography geography;
    private final Words words;

    Door(Industries industries, Geography geography, Words words) {
        this.industries = industries;
        this.geography = geography;
        this.words = words;
    }

    Optional<String> unwelcome(Guest guest, Audience audience) {
        Customer customer = guest.customer();
        return turnedAway(audience.industries(), wanted -> near(customer, wanted), "industry", customer.industry())
                .or(() -> turnedAway(
                        audience.regions(),
                        wanted -> geography.lies(customer.location(), wanted),
                        "region",
                        Geography.label(customer.location())))
                .or(() -> turnedAway(audience.roles(), wanted -> role(customer, wanted), "role of its contacts", null))
                .or(() -> turnedAway(
                        audience.companySizes(), wanted -> size(customer, wanted), "company size", customer.size()));
    }

    boolean meets(Guest guest, Wanted wanted) {
        Customer customer = guest.customer();
        return met(wanted.industry(), industry -> industries.partOf(customer.industry(), industry))
                && met(wanted.region(), region -> geography.lies(customer.location(), region))
                && met(wanted.role(), role -> role(customer, role));
    }

    private static boolean met(@Nullable String wanted, Function<String, Optional<Boolean>> test) {
        return wanted == null || wanted.isBlank() || test.apply(wanted).orElse(false);
    }

    /** Turned away if every wish is known not to be met. */
    private static Optional<String> turnedAway(
            List<String> wishes, Function<String, Optional<Boolean>> test, String what, @Nullable String is) {
        if (wishes.isEmpty()
                || wishes.stream().anyMatch(wish -> test.apply(wish).orElse(true))) {
            return Optional.empty();
        }
        String has = is == null || is.isBlank() ? "" : ", not " + is;
        return Optional.of("the event asks for " + what + " " + String.join(", ", wishes) + has);
    }

    private Optional<Boolean> near(Customer customer, String wanted) {
        OptionalDouble near = industries.nearness(customer.industry(), wanted);
        return near.isEmpty() ? Optional.empty() : Optional.of(near.getAsDouble() >= SAME_BRANCH);
    }

    private static Optional<Boolean> size(Customer customer, String wanted) {
        return customer.size() == null ? Optional.empty() : Sizes.same(customer.size(), wanted);
    }

    /** Of a role in a person's own words it can be told that somebody has it, and never that nobody does. */
    private Optional<Boolean> role(Customer customer, String wanted) {
        Optional<Contact.Role> role = role(wanted);
        if (role.isEmpty()) {
            return customer.contacts().stream().anyMatch(contact -> isCalled(contact, wanted))
                    ? Optional.of(true)
                    : Optional.empty();
        }
        List<Optional<Boolean>> each = customer.contacts().stream()
                .map(contact -> has(contact, role.get()))
                .toList();
        if (each.stream().anyMatch(one -> one.orElse(false))) {
            return Optional.of(true);
        }
        return each.isEmpty() || each.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> has(Contact contact, Contact.Role role) {
        return contact.role() == null ? Optional.empty() : Optional.of(contact.role() == role);
    }

    private boolean isCalled(Contact contact, String title) {
        return contact.title() != null && words.of(contact.title()).containsAll(words.of(title));
    }

    private static Optional<Contact.Role> role(String wanted) {
        String name = wanted.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "_")
                .replaceAll("S$", "");
        return List.of(Contact.Role.values()).stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
