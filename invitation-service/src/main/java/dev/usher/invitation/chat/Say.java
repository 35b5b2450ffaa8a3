package dev.usher.invitation.chat;

import dev.usher.invitation.Invitation;
import dev.usher.invitation.chat.Reply.Action;
import java.util.List;

/** An answer and what the conversation remembers after it. */
record Say(String markdown, List<Invitation> about, List<Action> actions, Talk talk) {

    static Say words(String markdown, Talk talk) {
        return new Say(markdown, List.of(), List.of(), talk);
    }
}
