package dev.usher.invitation;

import java.util.Locale;

/** Where an invitation is on its way from a wish to an answer. */
public enum Status {
    /** Matching was asked to explain the pair; no draft yet. */
    REQUESTED,
    /** A draft waits for a person. */
    DRAFTED,
    /** A person approved these bytes; delivery has not begun. */
    APPROVED,
    SENDING,
    /** The mail provider took it. */
    ACCEPTED,
    REGISTERED,
    DECLINED,
    BOUNCED,
    REPLIED,
    UNSUBSCRIBED,
    NO_RESPONSE,
    REJECTED,
    WITHDRAWN,
    REFUSED,
    EXPIRED,
    /** Sent or not: delivery is finding out. */
    UNKNOWN,
    /** Delivery cannot find out, or cannot send: a person must look. */
    NEEDS_HUMAN;

    /** As the desk says it. */
    public String words() {
        return switch (this) {
            case REQUESTED -> "being drafted";
            case DRAFTED -> "waits for you";
            case SENDING -> "being sent";
            case ACCEPTED -> "sent";
            case UNKNOWN -> "finding out";
            case NEEDS_HUMAN -> "needs you";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** Whether it keeps another one for the same event, contact, kind and number from coming into being. */
    public boolean live() {
        return switch (this) {
            case REJECTED, WITHDRAWN, REFUSED, EXPIRED -> false;
            default -> true;
        };
    }

    /** Whether nobody has approved it yet, so that it may still be rewritten or taken back without asking delivery. */
    public boolean open() {
        return this == REQUESTED || this == DRAFTED;
    }

    /** Whether delivery has it in hand and the guest has not answered. */
    public boolean underWay() {
        return switch (this) {
            case APPROVED, SENDING, UNKNOWN, NEEDS_HUMAN -> true;
            default -> false;
        };
    }

    /** Whether delivery's report {@code reported} is news after this state; reports may come late or twice. */
    boolean yieldsTo(Status reported) {
        return switch (reported) {
            case SENDING -> this == APPROVED || this == UNKNOWN || this == NEEDS_HUMAN;
            case UNKNOWN -> this == APPROVED || this == SENDING;
            case NEEDS_HUMAN, REFUSED, WITHDRAWN, ACCEPTED -> underWay() && this != reported;
            case NO_RESPONSE -> this == ACCEPTED;
            case REPLIED -> underWay() || this == ACCEPTED || this == NO_RESPONSE;
            case BOUNCED -> underWay() || this == ACCEPTED || this == NO_RESPONSE || this == REPLIED;
            case UNSUBSCRIBED -> live() && !open() && this != UNSUBSCRIBED && this != REGISTERED;
            case REGISTERED -> live() && this != REGISTERED;
            case DECLINED -> live() && this != DECLINED;
            case REQUESTED, DRAFTED, APPROVED, REJECTED, EXPIRED -> false;
        };
    }
}
