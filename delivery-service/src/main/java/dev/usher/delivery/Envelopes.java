package dev.usher.delivery;

import org.jspecify.annotations.Nullable;

/** Turns an approved mail into the bytes that go out. The same mail always gives the same bytes but for its date. */
public interface Envelopes {

    /**
     * @param earlier the mail it follows up; null = none
     * @param calendar iCalendar text to go along as the last part; null = none
     * @throws Unsendable where no mail can be made of it
     */
    Sealed seal(Commission commission, @Nullable Earlier earlier, @Nullable Calendar calendar);

    /** A test to the mailbox's own owner: marked in its subject, bearing no header of ours. */
    String sealTest(Content content);

    /** @param raw the whole message in base64url; @param thread Gmail thread it continues, null = its own */
    record Sealed(String raw, @Nullable String thread) {}

    /** A mail sent before to the same guest. */
    record Earlier(String threadId, String messageId, String subject) {}

    /** @param method of iTIP (RFC 5546): REQUEST, CANCEL or PUBLISH */
    record Calendar(String method, String text) {}

    /** No mail can be made of this, with the reason. */
    final class Unsendable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unsendable(String why) {
            super(why);
        }

        public Unsendable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
