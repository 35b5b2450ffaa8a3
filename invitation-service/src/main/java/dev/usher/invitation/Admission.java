package dev.usher.invitation;

import dev.usher.invitation.Customer.Contact;
import org.jspecify.annotations.Nullable;

/** What the house says to a trigger. */
public sealed interface Admission {

    /** Come in. */
    record Welcome(Contact contact) implements Admission {}

    /** There is one already; nothing new is made. */
    record Present(Invitation existing) implements Admission {}

    /** No, and this is kept and published; {@code contact} is null where nobody could be chosen. */
    record Refused(@Nullable Contact contact, String why) implements Admission {}

    /** Not this time: published, but a later trigger may still bring an invitation about. */
    record PassedOver(String why) implements Admission {}
}
