package dev.usher.matching.scoring;

import dev.usher.matching.Contact;
import dev.usher.matching.Contact.Role;
import dev.usher.matching.Customer;
import dev.usher.matching.Event;
import dev.usher.matching.Guest;
import dev.usher.matching.Session;
import dev.usher.matching.scoring.Echoes.Echo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why a session may suit a customer besides its interests: the person who would come, her industry, the event's themes. */
final class SessionReasons {

    private static final double PERSON = 0.45;
    private static final double INDUSTRY = 0.35;
    private static final double THEME = 0.3;
    private static final int FEW = 25;

    /** A word this specific names a subject. */
    private static final double SUBJECT = 0.9;

    private static final Set<String> SENIOR = Set.of(
            "vp", "ceo", "cto", "cio", "cfo", "cco", "chief", "head", "director", "president", "founder", "owner");
    private static final Set<String> RANKS =
            Set.of("senior", "junior", "officer", "manager", "lead", "global", "regional");
    private static final List<String> LEADERS = List.of("executive", "leader", "leadership");

    /** One reason and how much it says, 0..1. */
    record Reason(double strength, String because, @Nullable String matches) {

        static Reason of(Echo echo) {
            String words = echo.passage().words();
            return switch (echo.passage().source()) {
                case CHALLENGE -> new Reason(echo.strength(), "speaks to your challenge '" + words + "'", words);
                case INTEREST, SHOWN -> new Reason(echo.strength(), "meets your interest in '" + words + "'", words);
                // Read by the guest: what a colleague noted of her stays in the evidence, which the CSM reads.
                case NOTED -> new Reason(echo.strength(), "close to what you showed interest in", null);
                case NOTE -> new Reason(echo.strength(), "close to what you do", null);
            };
        }
    }

    private final Event event;
    private final Index index;
    private final Words words;
    private final List<Set<String>> titles = new ArrayList<>();
    private final Map<String, List<Integer>> holders = new HashMap<>();
    private final List<Optional<Reason>> themes = new ArrayList<>();

    SessionReasons(Event event, Index index, Words words) {
        this.event = event;
        this.index = index;
        this.words = words;
        event.sessions().forEach(this::add);
    }

    /** The numbers of sessions that a person, an industry, or, in a small event, a theme speaks for. */
    List<Integer> standing(Guest guest) {
        Set<Integer> found = new LinkedHashSet<>();
        Set<String> asked = new HashSet<>(industry(guest.customer()));
        invited(guest.customer()).ifPresent(contact -> asked.addAll(role(contact)));
        asked.removeIf(term -> words.specificity(term) < SUBJECT);
        asked.forEach(term -> found.addAll(holders.getOrDefault(term, List.of())));
        if (event.sessions().size() <= FEW) {
            IntStream.range(0, event.sessions().size()).forEach(found::add);
        }
        return List.copyOf(found);
    }

    List<Reason> of(int number, Guest guest) {
        List<Reason> reasons = new ArrayList<>();
        invited(guest.customer()).flatMap(contact -> person(number, contact)).ifPresent(reasons::add);
        industry(number, guest.customer()).ifPresent(reasons::add);
        if (event.sessions().size() <= FEW) {
            themes.get(number).ifPresent(reasons::add);
        }
        return reasons;
    }

    /** The session that stands most for the event. */
    int mostCentral() {
        return IntStream.range(0, themes.size())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(
                                i -> themes.get(i).map(Reason::strength).orElse(0.0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private void add(Session session) {
        int number = titles.size();
        Set<String> terms = new LinkedHashSet<>(words.of(session.title()));
        titles.add(terms);
        terms.forEach(
                term -> holders.computeIfAbsent(term, t -> new ArrayList<>()).add(number));
        themes.add(theme(terms));
    }

    private Optional<Reason> theme(Set<String> title) {
        return event.topics().stream()
                .map(topic -> new Reason(
                        THEME * index.heldBy(nearby(title), topic),
                        "part of the event's focus on '" + topic + "'",
                        null))
                .filter(reason -> reason.strength() > 0.05)
                .max(Comparator.comparingDouble(Reason::strength));
    }

    private Set<String> nearby(Set<String> terms) {
        Set<String> all = new LinkedHashSet<>(terms);
        terms.forEach(term -> words.relatives(term).forEach((relative, near) -> {
            if (near >= 0.5) {
                all.add(relative);
            }
        }));
        return all;
    }

    private Optional<Reason> person(int number, Contact contact) {
        Set<String> met = role(contact);
        met.retainAll(titles.get(number));
        if (met.isEmpty()) {
            return Optional.empty();
        }
        double strength = PERSON * (met.size() > 1 ? 1 : 0.8);
        return Optional.of(new Reason(strength, because(contact, met), null));
    }

    /** That somebody leads does not say what she does: by that alone nothing fits her role. */
    private String because(Contact contact, Set<String> met) {
        boolean hers =
                contact.title() != null && words.of(contact.title()).stream().anyMatch(met::contains);
        return hers ? "fits your role as " + contact.title() : "of interest to leaders like you";
    }

    private Optional<Reason> industry(int number, Customer customer) {
        Set<String> title = titles.get(number);
        return industry(customer).stream()
                .filter(term -> title.contains(term) && words.specificity(term) >= SUBJECT)
                .findFirst()
                .map(term -> new Reason(INDUSTRY, "for " + customer.industry() + " companies like yours", null));
    }

    private List<String> industry(Customer customer) {
        return customer.industry() == null ? List.of() : words.of(customer.industry());
    }

    /** The words of a person's title that say what she does, and that she leads if she does. */
    private Set<String> role(Contact contact) {
        Set<String> terms = new LinkedHashSet<>();
        if (contact.title() != null) {
            List<String> title = words.of(contact.title());
            terms.addAll(title);
            if (title.stream().anyMatch(SENIOR::contains)) {
                terms.addAll(LEADERS);
            }
        }
        terms.removeAll(SENIOR);
        terms.removeAll(RANKS);
        terms.removeIf(term -> words.specificity(term) < 0.5);
        return terms;
    }

    private static Optional<Contact> invited(Customer customer) {
        return customer.contacts().stream()
                .filter(contact -> !contact.optedOut())
                .min(Comparator.comparingInt(SessionReasons::order));
    }

    private static int order(Contact contact) {
        return contact.role() == Role.CHAMPION ? 0 : contact.role() == Role.DECISION_MAKER ? 1 : 2;
    }
}
