package dev.usher.matching.web;

import dev.usher.matching.Bookkeeping;
import dev.usher.matching.Contact;
import dev.usher.matching.Csm;
import dev.usher.matching.Customer;
import dev.usher.matching.MessageIds;
import dev.usher.matching.Place;
import dev.usher.matching.web.CustomerForm.ContactForm;
import dev.usher.matching.web.CustomerForm.CsmForm;
import dev.usher.matching.web.CustomerForm.LocationForm;
import dev.usher.rest.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a caller wants it, checked. A contact without id keeps the one that its address has, or gets one made of
 * it; where the caller is silent on whether it opted out, what is known stands.
 */
final class CustomerWish implements Bookkeeping.Wish {

    /** What came of a form. */
    sealed interface Checked {

        record Fine(CustomerWish wish) implements Checked {}

        record Wrong(List<FieldError> errors) implements Checked {}
    }

    private static final int MOST_CONTACTS = 200;

    private final Customer customer;
    private final Set<String> silent;

    private CustomerWish(Customer customer, Set<String> silent) {
        this.customer = customer;
        this.silent = silent;
    }

    static Checked of(CustomerForm form) {
        Fields fields = new Fields();
        Set<String> silent = new HashSet<>();
        Customer customer = new Customer(
                id(fields, form),
                0,
                fields.required("name", fields.name("name", form.name())),
                fields.names("aliases", form.aliases()),
                fields.line("industry", form.industry()),
                fields.line("size", form.size()),
                place(fields, form.location()),
                fields.zone("timeZone", form.timeZone()),
                csm(fields, form.csm()),
                contacts(fields, form.contacts(), silent),
                fields.lines("challenges", form.challenges()),
                fields.lines("interests", form.interests()),
                fields.text("notes", form.notes()),
                Instant.EPOCH);
        if (fields.errors().isEmpty()) {
            Bulk.of(customer).ifPresent(error -> fields.wrong(error.field(), error.why()));
        }
        return fields.errors().isEmpty()
                ? new Checked.Fine(new CustomerWish(customer, silent))
                : new Checked.Wrong(fields.errors());
    }

    /** Where there is none, the one that the name makes: whoever says the same again means the same customer. */
    private static String id(Fields fields, CustomerForm form) {
        String id = fields.id("id", form.id());
        return id == null ? ReadableId.of(form.name() == null ? "" : form.name(), "customer") : id;
    }

    @Override
    public String id() {
        return customer.id();
    }

    @Override
    public Customer given(@Nullable Customer known) {
        List<Contact> contacts = customer.contacts().stream()
                .map(contact -> given(contact, known))
                .toList();
        return new Customer(
                customer.id(),
                0,
                customer.name(),
                customer.aliases(),
                customer.industry(),
                customer.size(),
                customer.location(),
                customer.timeZone(),
                customer.csm(),
                contacts,
                customer.challenges(),
                customer.interests(),
                customer.notes(),
                customer.changedAt());
    }

    private Contact given(Contact contact, @Nullable Customer known) {
        Optional<Contact> before = known(known, other -> other.id().equals(contact.id()))
                .or(() -> known(known, other -> address(other).equals(address(contact))));
        String id = contact.id().isEmpty()
                ? before.map(Contact::id).orElseGet(() -> MessageIds.of(customer.id(), address(contact)))
                : contact.id();
        boolean optedOut = silent.contains(address(contact))
                ? before.filter(Contact::optedOut).isPresent()
                : contact.optedOut();
        return new Contact(
                id,
                contact.name(),
                contact.email(),
                contact.title(),
                contact.role(),
                contact.timeZone(),
                contact.language(),
                optedOut);
    }

    private static Optional<Contact> known(@Nullable Customer customer, Predicate<Contact> wanted) {
        return customer == null
                ? Optional.empty()
                : customer.contacts().stream().filter(wanted).findFirst();
    }

    private static @Nullable Place place(Fields fields, @Nullable LocationForm form) {
        if (form == null) {
            return null;
        }
        Place place = new Place(
                fields.line("location.city", form.city()),
                fields.line("location.region", form.region()),
                fields.country("location.country", form.country()));
        return place.equals(new Place(null, null, null)) ? null : place;
    }

    private static @Nullable Csm csm(Fields fields, @Nullable CsmForm form) {
        if (form == null || form.equals(new CsmForm(null, null, null))) {
            return null;
        }
        String id = fields.id("csm.id", form.id());
        String name = fields.line("csm.name", form.name());
        String email = fields.email("csm.email", form.email());
        String called = email == null ? name : email;
        if (id == null && called == null) {
            return null;
        }
        return new Csm(id == null ? ReadableId.of(Objects.requireNonNull(called), "csm") : id, name, email);
    }

    private static List<Contact> contacts(
            Fields fields, @Nullable List<@Nullable ContactForm> forms, Set<String> silent) {
        List<Contact> contacts = new ArrayList<>();
        Set<String> used = new HashSet<>();
        if (forms == null || !fields.atMost(MOST_CONTACTS, "contacts", forms)) {
            return contacts;
        }
        for (int i = 0; i < forms.size(); i++) {
            String at = "contacts[" + i + "]";
            ContactForm form = forms.get(i);
            if (form == null) {
                fields.wrong(at, "must not be null");
                continue;
            }
            if (form.equals(ContactForm.EMPTY)) {
                continue; // a row of a table that has columns for more contacts than the customer has
            }
            Contact contact = contact(fields, at, form);
            if (!used.add("e " + address(contact))) {
                fields.wrong(at + ".email", "is used by another contact");
            }
            if (!contact.id().isEmpty() && !used.add("i " + contact.id())) {
                fields.wrong(at + ".id", "is used by another contact");
            }
            if (form.optedOut() == null) {
                silent.add(address(contact));
            }
            contacts.add(contact);
        }
        return contacts;
    }

    private static Contact contact(Fields fields, String at, ContactForm form) {
        String id = fields.id(at + ".id", form.id());
        String email = fields.email(at + ".email", form.email());
        if (email == null) {
            fields.wrong(at + ".email", "is required");
        }
        return new Contact(
                id == null ? "" : id,
                fields.required(at + ".name", fields.line(at + ".name", form.name())),
                email == null ? "" : email,
                fields.line(at + ".title", form.title()),
                fields.oneOf(at + ".role", form.role(), Contact.Role.class),
                fields.zone(at + ".timeZone", form.timeZone()),
                fields.language(at + ".language", form.language()),
                Boolean.TRUE.equals(form.optedOut()));
    }

    private static String address(Contact contact) {
        return contact.email().toLowerCase(Locale.ROOT);
    }
}
