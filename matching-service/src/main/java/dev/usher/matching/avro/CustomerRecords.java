package dev.usher.matching.avro;

import dev.usher.contracts.avro.ContactRole;
import dev.usher.contracts.avro.Location;
import dev.usher.matching.Contact;
import dev.usher.matching.Csm;
import dev.usher.matching.Customer;
import dev.usher.matching.Place;
import org.jspecify.annotations.Nullable;

/** Customers, to the log and from it. */
public final class CustomerRecords {

    private CustomerRecords() {}

    public static Customer read(dev.usher.contracts.avro.Customer record) {
        return new Customer(
                record.getId(),
                record.getVersion(),
                record.getName(),
                record.getAliases(),
                record.getIndustry(),
                record.getSize(),
                place(record.getLocation()),
                record.getTimeZone(),
                csm(record.getCsm()),
                record.getContacts().stream().map(CustomerRecords::contact).toList(),
                record.getChallenges(),
                record.getInterests(),
                record.getNotes(),
                record.getChangedAt());
    }

    public static dev.usher.contracts.avro.Customer write(Customer customer) {
        return dev.usher.contracts.avro.Customer.newBuilder()
                .setId(customer.id())
                .setVersion(customer.version())
                .setName(customer.name())
                .setAliases(customer.aliases())
                .setIndustry(customer.industry())
                .setSize(customer.size())
                .setLocation(location(customer.location()))
                .setTimeZone(customer.timeZone())
                .setCsm(csm(customer.csm()))
                .setContacts(customer.contacts().stream()
                        .map(CustomerRecords::contact)
                        .toList())
                .setChallenges(customer.challenges())
                .setInterests(customer.interests())
                .setNotes(customer.notes())
                .setChangedAt(customer.changedAt())
                .build();
    }

    private static @Nullable Place place(@Nullable Location location) {
        return location == null ? null : new Place(location.getCity(), location.getRegion(), location.getCountry());
    }

    private static @Nullable Location location(@Nullable Place place) {
        return place == null ? null : new Location(place.city(), place.region(), place.country());
    }

    private static @Nullable Csm csm(dev.usher.contracts.avro.@Nullable Csm csm) {
        return csm == null ? null : new Csm(csm.getId(), csm.getName(), csm.getEmail());
    }

    private static dev.usher.contracts.avro.@Nullable Csm csm(@Nullable Csm csm) {
        return csm == null ? null : new dev.usher.contracts.avro.Csm(csm.id(), csm.name(), csm.email());
    }

    private static Contact contact(dev.usher.contracts.avro.Contact contact) {
        ContactRole role = contact.getRole();
        return new Contact(
                contact.getId(),
                contact.getName(),
                contact.getEmail(),
                contact.getTitle(),
                role == null ? null : Contact.Role.valueOf(role.name()),
                contact.getTimeZone(),
                contact.getLanguage(),
                contact.getOptedOut());
    }

    private static dev.usher.contracts.avro.Contact contact(Contact contact) {
        Contact.Role role = contact.role();
        return dev.usher.contracts.avro.Contact.newBuilder()
                .setId(contact.id())
                .setName(contact.name())
                .setEmail(contact.email())
                .setTitle(contact.title())
                .setRole(role == null ? null : ContactRole.valueOf(role.name()))
                .setTimeZone(contact.timeZone())
                .setLanguage(contact.language())
                .setOptedOut(contact.optedOut())
                .build();
    }
}
