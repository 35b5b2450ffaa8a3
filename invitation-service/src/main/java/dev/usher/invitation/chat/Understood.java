package dev.usher.invitation.chat;

import dev.usher.invitation.chat.Directory.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom she means, and which event. */
record Understood(
        List<Whom> customers,
        @Nullable String eventWords,
        @Nullable Choice event) {

    /** A name as she typed it. */
    record Whom(String words, Choice choice) {}

    /** Whether every name is one to the letter. */
    boolean certain() {
        return customers.stream()
                .allMatch(w -> w.choice() instanceof Choice.Found f && f.named().exact());
    }

    /** False where a name is like none that is known here. */
    boolean allKnown() {
        return !(event instanceof Choice.None) && customers.stream().noneMatch(w -> w.choice() instanceof Choice.None);
    }

    int clarity() {
        int who = customers.stream().mapToInt(w -> w.choice().clarity()).min().orElse(0);
        int what = event == null ? 2 : event.clarity();
        return who == 0 || what == 0 ? Math.min(who, 1) + Math.min(what, 1) : 10 * who + what;
    }

    List<Named> found() {
        return customers.stream()
                .map(Whom::choice)
                .filter(Choice.Found.class::isInstance)
                .map(c -> ((Choice.Found) c).named())
                .distinct()
                .toList();
    }
}
