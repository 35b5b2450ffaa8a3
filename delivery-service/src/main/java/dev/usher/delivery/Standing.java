package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What is known at the moment of sending.
 *
 * @param bar why this person gets no mail whatever; null = nothing bars her
 * @param seat what the guest answered; null = nothing yet
 */
public record Standing(
        @Nullable Bar bar, Occasion event, @Nullable RegistrationStatus seat) {

    /** Why nobody may write to her. */
    public enum Bar {
        ERASED("the customer was erased"),
        OPTED_OUT("the contact opted out"),
        UNSUBSCRIBED("the recipient unsubscribed"),
        BOUNCED("mail to this address bounced for good");

        private final String why;

        Bar(String why) {
            this.why = why;
        }
    }

    /**
     * The event as it is now.
     *
     * @param version 0 = unknown here
     * @param movedIn version in which it last got another time
     * @param begun its start is past
     * @param over its end is past
     */
    public record Occasion(int version, int movedIn, boolean cancelled, boolean begun, boolean over) {}

    /** In words; null = nothing bars her. */
    @Nullable String barred() {
        return bar == null ? null : bar.why;
    }
}
