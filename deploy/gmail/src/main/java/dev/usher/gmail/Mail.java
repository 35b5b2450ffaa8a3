package dev.usher.gmail;

import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;

/** A mail in a mailbox, for a test to look at. */
public record Mail(Message message, Letter letter) {
    public boolean has(String label) {
        return message.has(label);
    }

    /** Unfolded and decoded; empty where there is none. */
    public String header(String name) {
        return letter.header(name);
    }
}
