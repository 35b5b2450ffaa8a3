package dev.usher.invitation.chat;

import dev.usher.invitation.Invitation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the system answers.
 *
 * @param reply Markdown
 * @param actions what can be pressed
 */
public record Reply(String conversationId, String reply, List<Brief> invitations, List<Action> actions) {

    /** An invitation that was spoken of. */
    public record Brief(String id, String customerId, String status) {

        static Brief of(Invitation i) {
            return new Brief(i.id(), i.occasion().customerId(), i.status().name());
        }
    }

    /**
     * Something to press.
     *
     * @param name edit, send, choose
     * @param label what stands on it
     * @param text the line of chat that does the same; null = it is no line
     * @param invitationId null where it is about none
     */
    public record Action(
            String name,
            String label,
            @Nullable String text,
            @Nullable String invitationId,
            @Nullable String contentHash) {}

    static Reply of(Say say) {
        return new Reply("", say.markdown(), say.about().stream().map(Brief::of).toList(), say.actions());
    }

    Reply in(String conversation) {
        return new Reply(conversation, reply, invitations, actions);
    }
}
