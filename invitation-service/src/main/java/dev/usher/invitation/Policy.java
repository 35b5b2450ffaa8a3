package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
     * What the decision rests on.
     *
     * @param earlier every invitation of this customer to this event of this kind and number, newest first
     * @param first the first mails of this customer to this event, whatever kind is wanted now
     * @param suppressed why nobody may write to an address any more, by address in lower case
     * @param sentLately mails sent within the window, by address in lower case; absent = none
     */
    record Situation(
            Event event,
            Customer customer,
            Occasion wanted,
            Reason reason,
            double score,
            List<Invitation> earlier,
            List<Invitation> first,
            Map<String, String> suppressed,
            Map<String, Integer> sentLately) {}

    Admission admit(Situation s, Instant now) {
        return alreadyDecided(s)
                .or(() -> overOrCancelled(s, now))
                .or(() -> notGoodEnough(s))
                .or(() -> answered(s))
                .orElseGet(() -> someone(s));
    }

    private Optional<Admission> alreadyDecided(Situation s) {
        if (s.reason().automatic()) {
            return s.earlier().stream().findFirst().map(Admission.Present::new);
        }
        return s.earlier().stream()
                .filter(i -> i.status().live() && !i.status().open() && isFor(s.wanted(), i))
                .findFirst()
                .map(Admission.Present::new);
    }

    private static boolean isFor(Occasion wanted, Invitation present) {
        return wanted.contactId() == null
                || wanted.contactId().equals(present.occasion().contactId());
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
        boolean scored = s.reason() instanceof Reason.EventAnnounced || s.reason() instanceof Reason.CustomerInterest;
        return scored && s.score() < rules.minScore()
                ? Optional.of(
                        new Admission.PassedOver("score %.2f is below %.2f".formatted(s.score(), rules.minScore())))
                : Optional.empty();
    }

    /** Nobody who answered is asked again. */
    private static Optional<Admission> answered(Situation s) {
        boolean reminder = s.wanted().kind() == MailKind.FOLLOW_UP && s.reason().automatic();
        return s.first().stream()
                .filter(i -> reminder && isFor(s.wanted(), i) && ANSWERS.contains(i.status()))
                .findFirst()
                .map(i -> new Admission.PassedOver("the guest answered: " + i.status()));
    }

    private Admission someone(Situation s) {
        Customer customer = s.customer();
        if (customer.contacts().isEmpty()) {
            return new Admission.Refused(null, customer.name() + " has no contact to write to");
        }
        String wished = s.wanted().contactId();
        if (wished != null && customer.contact(wished).isEmpty()) {
            return new Admission.Refused(null, "%s has no contact with the id %s".formatted(customer.name(), wished));
        }
        Contact contact = customer.contact(wished).orElseGet(() -> best(s));
        return unreachable(contact, s)
                .<Admission>map(why -> new Admission.Refused(contact, why))
                .orElseGet(() -> reachable(contact, s));
    }

    private static Contact best(Situation s) {
        Comparator<Contact> byRole = Comparator.comparingInt(Policy::rank);
        Comparator<Contact> reachableFirst =
                Comparator.comparing(c -> unreachable(c, s).isPresent());
        return s.customer().contacts().stream()
                .min(reachableFirst.thenComparing(byRole))
                .orElseThrow();
    }

    private static int rank(Contact contact) {
        int rank = contact.role() == null ? -1 : ROLES.indexOf(contact.role());
        return rank < 0 ? ROLES.size() : rank;
    }

    private static Optional<String> unreachable(Contact contact, Situation s) {
        if (contact.optedOut()) {
            return Optional.of(contact.name() + " opted out of event mail");
        }
        return Optional.ofNullable(s.suppressed().get(address(contact))).map(why -> contact.name() + " " + why);
    }

    private Admission reachable(Contact contact, Situation s) {
        Optional<Invitation> open = s.earlier().stream()
                .filter(i -> i.status().open() && isFor(s.wanted(), i))
                .findFirst();
        if (open.isPresent()) {
            return new Admission.Present(open.get());
        }
        int sent = Objects.requireNonNullElse(s.sentLately().get(address(contact)), 0);
        if (sent < rules.sentLimit()) {
            return new Admission.Welcome(contact, List.of());
        }
        String why = "%s got %d mails in the last %d days"
                .formatted(contact.name(), sent, rules.sentWindow().toDays());
        return s.reason().automatic()
                ? new Admission.Refused(contact, why)
                : new Admission.Welcome(contact, List.of(why));
    }

    /** An address as it is compared. */
    static String address(Contact contact) {
        return contact.email().toLowerCase(Locale.ROOT);
    }
}
