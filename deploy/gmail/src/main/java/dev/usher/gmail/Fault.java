package dev.usher.gmail;

import java.util.Locale;

/**
 * A line of the fault script.
 *
 * @param operation as Google names it below {@code gmail.users}: {@code drafts.send}, {@code history.list}, {@code getProfile}; or
 *     {@code *} for all
 * @param times how often in total, over all mailboxes it is meant for; 1 at least
 * @param user the mailbox's owner, or {@code *} for all
 */
public record Fault(String operation, FaultKind kind, int times, String user) {
    public Fault {
        user = user.strip().toLowerCase(Locale.ROOT);
    }

    public static Fault once(String operation, FaultKind kind) {
        return new Fault(operation, kind, 1, "*");
    }

    public Fault times(int n) {
        return new Fault(operation, kind, n, user);
    }

    public Fault forUser(String owner) {
        return new Fault(operation, kind, times, owner);
    }

    boolean hits(String calledOperation, String calledUser, boolean namesDraft) {
        return (operation.equals("*") || operation.equals(calledOperation))
                && (user.equals("*") || user.equals(calledUser))
                && (kind != FaultKind.DELETE_DRAFT || namesDraft);
    }
}
