package dev.usher.invitation;

import org.jspecify.annotations.Nullable;

/** That an event changed is a reason for much, and told once for each version of the event. */
final class EventChange {

    static final String WHY = "event changed";

    private EventChange() {}

    /** Why the draft is written, for the history; null = no reason, or told before: by asking back, or with a draft of ours. */
    static @Nullable String news(Invitation before, Draft next, Change change) {
        boolean told = WHY.equals(change.why()) && (askedBack(before.recall()) || drafted(before, next));
        return told ? null : change.why();
    }

    /** Not where delivery said it by itself: that went into no history. */
    private static boolean askedBack(@Nullable Recall recall) {
        return recall != null && WHY.equals(recall.why()) && !recall.who().equals("delivery");
    }

    private static boolean drafted(Invitation before, Draft next) {
        return before.status() == Status.DRAFTED
                && before.draft() != null
                && before.draft().mail().eventVersion() >= next.mail().eventVersion();
    }
}
