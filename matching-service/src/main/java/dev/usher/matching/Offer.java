package dev.usher.matching;

/** A candidate that was sent out, remembered so that it can be taken back. */
public record Offer(String eventId, String customerId, Mail mail, Candidate.Origin origin) {

    static Offer of(Candidate sent) {
        return new Offer(sent.eventId(), sent.customerId(), sent.mail(), sent.origin());
    }

    static Offer of(Request asked) {
        return new Offer(asked.eventId(), asked.customerId(), asked.mail(), Candidate.Origin.of(asked));
    }
}
