package dev.usher.invitation.chat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation remembers from one line to the next.
 *
 * @param eventId the event last spoken of; null = none
 * @param shown drafts she saw and has not sent
 * @param awaited ids of invitations asked for whose drafts were not ready
 * @param confirming whether she was asked whether to send all that was shown
 * @param options what she was asked to choose from; empty = nothing
 */
public record Talk(
        @Nullable String eventId, List<Shown> shown, List<String> awaited, boolean confirming, List<Option> options) {

    static final Talk NEW = new Talk(null, List.of(), List.of(), false, List.of());

    /** A draft as she saw it: only this one may be sent by a word. */
    public record Shown(String id, String hash, String whom) {}

    /**
     * One answer to a question.
     *
     * @param label what a person would say to choose it
     * @param line what she might have typed instead, without any doubt left
     * @param name its name alone, which may be another one's too; null in conversations of old
     * @param listed how the question lists it; null = by its label
     */
    public record Option(
            String label,
            String line,
            @Nullable String name,
            @Nullable String listed) {}

    Talk of(@Nullable String event) {
        return new Talk(event, shown, awaited, false, List.of());
    }

    Talk showing(List<Shown> now, List<String> waiting) {
        return new Talk(eventId, now, waiting, false, List.of());
    }

    /** What was shown, but for what does not wait for her any more. */
    Talk keeping(Set<String> ids) {
        List<Shown> kept = shown.stream().filter(s -> ids.contains(s.id())).toList();
        return new Talk(eventId, kept, awaited, confirming, options);
    }

    /** These were waited for and are there now. */
    Talk having(Set<String> ids) {
        List<String> still = awaited.stream().filter(id -> !ids.contains(id)).toList();
        return new Talk(eventId, shown, still, false, List.of());
    }

    Talk asking(List<Option> choices) {
        return new Talk(eventId, shown, awaited, false, choices);
    }

    Talk confirming(boolean asked) {
        return new Talk(eventId, shown, awaited, asked, List.of());
    }
}
