package dev.usher.delivery;

/**
 * One mail: at most one delivery row exists for it.
 *
 * @param number 1 and up within the kind
 */
public record MailId(String invitationId, Kind kind, int number) {

    /** Name of the header by which this mail is found again in the mailbox. */
    public String header() {
        return kind.approved() ? "X-Invitation-Id" : "X-Service-Mail-Id";
    }

    /** The header's whole value; only an equal value is this mail. */
    public String mark() {
        return kind.approved() ? invitationId : invitationId + "/" + kind + "/" + number;
    }
}
