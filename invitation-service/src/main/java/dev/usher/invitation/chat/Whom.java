package dev.usher.invitation.chat;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Names;

/** What a guest is called in the chat. */
final class Whom {

    private Whom() {}

    /** {@code Maria at DataFlow}. */
    static String of(Invitation i, Customer customer) {
        String name = i.contactName() == null ? "" : Names.first(i.contactName());
        return (name.isEmpty() ? "somebody" : Markdown.safe(name)) + " at " + Markdown.safe(customer.name());
    }
}
