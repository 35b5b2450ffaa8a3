package dev.usher.invitation;

import org.jspecify.annotations.Nullable;

/** Why an invitation came about. All triggers end here, in one place. */
public sealed interface Reason {

    /** Marketing announced or changed the event, and matching offered this customer. */
    record EventAnnounced(int rankOfCsm) implements Reason {}

    /** The customer showed interest in what the event covers; {@code said} quotes it. */
    record CustomerInterest(@Nullable String said) implements Reason {}

    /** A person asked for it; {@code note} in her words. */
    record CsmRequest(String who, @Nullable String note) implements Reason {}

    /** Silence, or the event being over, asked for the next mail. */
    record FollowUp(String askedBy, @Nullable String note) implements Reason {}

    /** The name it bears in every record and answer. */
    default String name() {
        return switch (this) {
            case EventAnnounced announced -> "EVENT_ANNOUNCED";
            case CustomerInterest interest -> "CUSTOMER_INTEREST";
            case CsmRequest request -> "CSM_REQUEST";
            case FollowUp followUp -> "FOLLOW_UP";
        };
    }

    /** The trigger in words; null = nothing beyond its name. */
    default @Nullable String words() {
        return switch (this) {
            case EventAnnounced announced -> null;
            case CustomerInterest interest -> interest.said();
            case CsmRequest request -> request.note();
            case FollowUp followUp -> followUp.note();
        };
    }

    /** Who set it off: a person's id or a service's name. */
    default String who() {
        return switch (this) {
            case EventAnnounced announced -> "matching";
            case CustomerInterest interest -> "matching";
            case CsmRequest request -> request.who();
            case FollowUp followUp -> followUp.askedBy();
        };
    }

    /** Whether no person asked: caps hold it back, and an earlier no stands. */
    default boolean automatic() {
        return !(this instanceof CsmRequest);
    }

    /** Back from {@link #name()}, {@link #who()} and {@link #words()}; an unknown name is an IllegalArgumentException. */
    static Reason of(String name, String who, @Nullable String words, int rankOfCsm) {
        return switch (name) {
            case "EVENT_ANNOUNCED" -> new EventAnnounced(rankOfCsm);
            case "CUSTOMER_INTEREST" -> new CustomerInterest(words);
            case "CSM_REQUEST" -> new CsmRequest(who, words);
            case "FOLLOW_UP" -> new FollowUp(who, words);
            default -> throw new IllegalArgumentException("no such reason: " + name);
        };
    }
}
