package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may be invited. One pure decision for every trigger. */
public final class Policy {

    private static final List<String> ROLES = List.of("CHAMPION", "DECISION_MAKER", "USER");

    private static final Set<Status> ANSWERS =
            Set.of(Status.REGISTERED, Status.DECLINED, Status.REPLIED, Status.BOUNCED, Status.UNSUBSCRIBED);

    private final Rules rules;

    Policy(Rules rules) {
        this.rules = rules;
    }

    /**
     * What the decision rests on, the people aside.
     *
     * @param earlier every mail of this customer about this event, newest first
     * @param announced how many the announcement of this event brought about for this customer's CSM
     */
    record Situation(
            Event event,
            Customer customer,
            Occasion wanted,
            Reason reason,
            double score,
            List<Invitation> earlier,
            int announced) {

        /** Those for the occasion that is wanted now. */
        Stream<Invitation> present() {
            return earlier.stream().filter(i -> wanted.covers(i.occasion()));
        }

        /** The first mails to whom is wanted now. */
        Stream<Invitation> first() {
            Occasion first =
                    Occasion.first(wanted.eventId(), wanted.customerId()).with(wanted.contactId());
            return earlier.stream().filter(i -> first.covers(i.occasion()));
        }
    }

    /**
     * What is known of the customer's contacts.
     *
     * @param suppressed why nobody may write to an address any more, by address in lower case
     * @param sentLately mails sent within the window, by address in lower case; absent = none
     */
    record People(Map<String, String> suppressed, Map<String, Integer> sentLately) {}

    /** What holds whoever is written to; empty = {@link #admit} decides. Most of an announcement ends here. */
    Optional<Admission> beforehand(Situation s, Instant now) {
        return alreadyDecided(s)
                .or(() -> overOrCancelled(s, now))
                .or(() -> notGoodEnough(s))
                .or(() -> answered(s));
    }

    /** Whom to write to, if to anybody, where nothing speaks against it {@link #beforehand}. */
    Admission admit(Situation s, People people) {
        Customer customer = s.customer();
        if (customer.contacts().isEmpty()) {
            return new Admission.Refused(null, customer.name() + " has no contact to write to");
        }
        String wished = s.wanted().contactId();
        if (wished != null && customer.contact(wished).isEmpty()) {
            return new Admission.Refused(null, "%s has no contact with the id %s".formatted(customer.name(), wished));
        }
        Contact contact = customer.contact(wished).orElseGet(() -> best(customer, people));
        return unreachable(contact, people.suppressed())
                .<Admission>map(why -> new Admission.Refused(contact, why))
                .orElseGet(() -> reachable(contact, s, people));
    }

    private Optional<Admission> alreadyDecided(Situation s) {
        return s.present()
                .filter(i -> s.reason().automatic()
                        || (i.status().live() && !i.status().open()))
                .findFirst()
                .map(Admission.Present::new);
    }

    private Optional<Admission> overOrCancelled(Situation s, Instant now) {
        return unwelcome(s.event(), s.wanted().kind(), now).map(why -> new Admission.Refused(null, why));
    }

    /** Why nobody is invited to this event any more; empty = people are. */
    static Optional<String> unwelcome(Event event, MailKind kind, Instant now) {
        if (event.cancelled()) {
            return Optional.of("the event was cancelled");
        }
        boolean late = kind != MailKind.POST_EVENT && event.over(now);
        return late ? Optional.of("the event is over") : Optional.empty();
    }

    private Optional<Admission> notGoodEnough(Situation s) {
        if (s.reason() instanceof Reason.EventAnnounced announced && announced.rankOfCsm() > rules.perCsm()) {
            return Optional.of(new Admission.PassedOver("rank %d of this CSM's customers; an announcement drafts %d"
                    .formatted(announced.rankOfCsm(), rules.perCsm())));
        }
        if (s.reason() instanceof Reason.EventAnnounced && s.announced() >= rules.perCsm()) {
            return Optional.of(new Admission.PassedOver(
                    "this CSM has %d invitations of this announcement already".formatted(s.announced())));
        }
        boolean scored = s.reason() instanceof Reason.EventAnnounced || s.reason() instanceof Reason.CustomerInterest;
        return scored && s.score() < rules.minScore()
                ? Optional.of(
                        new Admission.PassedOver("score %.2f is below %.2f".formatted(s.score(), rules.minScore())))
                : Optional.empty();
    }

    /** Nobody who answered is asked again. */
    private static Optional<Admission> answered(Situation s) {
        boolean reminder = s.wanted().kind() == MailKind.FOLLOW_UP && s.reason().automatic();
        return s.first()
                .filter(i -> reminder && ANSWERS.contains(i.status()))
                .findFirst()
                .map(i -> new Admission.PassedOver("the guest answered: " + i.status()));
    }

    private static Contact best(Customer customer, People people) {
        Comparator<Contact> byRole = Comparator.comparingInt(Policy::rank);
        Comparator<Contact> reachableFirst =
                Comparator.comparing(c -> unreachable(c, people.suppressed()).isPresent());
        return customer.contacts().stream()
                .min(reachableFirst.thenComparing(byRole))
                .orElseThrow();
    }

    private static int rank(Contact contact) {
        int rank = contact.role() == null ? -1 : ROLES.indexOf(contact.role());
        return rank < 0 ? ROLES.size() : rank;
    }

    /** Why nobody may write to this person; {@code suppressed} says so by address. Empty = people may. */
    static Optional<String> unreachable(Contact contact, Map<String, String> suppressed) {
        if (contact.optedOut()) {
            return Optional.of(contact.name() + " opted out of event mail");
        }
        return Optional.ofNullable(suppressed.get(address(contact))).map(why -> contact.name() + " " + why);
    }

    private Admission reachable(Contact contact, Situation s, People people) {
        Optional<Invitation> open = s.present().filter(i -> i.status().open()).findFirst();
        if (open.isPresent()) {
            return new Admission.Present(open.get());
        }
        return wellServed(contact, people.sentLately(), rules)
                .filter(why -> s.reason().automatic())
                .<Admission>map(why -> new Admission.Refused(contact, why))
                .orElseGet(() -> new Admission.Welcome(contact));
    }

    /** Whether this person got as many mails lately as the rules allow: holds back triggers, and warns people. */
    static Optional<String> wellServed(Contact contact, Map<String, Integer> sentLately, Rules rules) {
        int sent = sentLately.getOrDefault(address(contact), 0);
        return sent < rules.sentLimit()
                ? Optional.empty()
                : Optional.of("%s got %d mails in the last %d days"
                        .formatted(contact.name(), sent, rules.sentWindow().toDays()));
    }

    /** An address as it is compared. */
    static String address(Contact contact) {
        return contact.email().toLowerCase(Locale.ROOT);
    }
}
