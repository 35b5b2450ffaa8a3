package dev.usher.invitation.chat;

import dev.usher.invitation.Invitation;
import dev.usher.invitation.chat.Reply.Action;
import java.util.List;

/** An answer and what the conversation remembers after it. */
record Say(String markdown, List<Invitation> about, List<Action> actions, Talk talk) {

    /** The same after a paragraph that says something first; empty = it is the same. */
    Say after(String words) {
        return words.isEmpty() ? this : new Say(words + "\n\n" + markdown, about, actions, talk);
    }

    static Say words(String markdown, Talk talk) {
        return new Say(markdown, List.of(), List.of(), talk);
    }
}
