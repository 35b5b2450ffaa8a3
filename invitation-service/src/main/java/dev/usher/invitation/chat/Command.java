package dev.usher.invitation.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of the chat asks for. Closed: whoever reads lines can only ever yield one of these. */
public sealed interface Command {

    /**
     * Invite somebody to something.
     *
     * @param readings the ways to tell customers from event in her words, likeliest first
     */
    record Invite(List<Reading> readings) implements Command {}

    /**
     * One way to read an invitation.
     *
     * @param event null = she named none
     */
    record Reading(String customers, @Nullable String event) {}

    /** Send what was shown. */
    record Send() implements Command {}

    /**
     * Send one of what was shown.
     *
     * @param whom a customer or contact of what was shown
     */
    record SendTo(String whom) implements Command {}

    /** Send everything that was shown. */
    record SendAll() implements Command {}

    /** Show what was not ready when she asked for it. */
    record Show() implements Command {}

    record Yes() implements Command {}

    record No() implements Command {}

    record StatusOf(String name) implements Command {}

    /** She wants a draft changed. */
    record Edit() implements Command {}

    record Help() implements Command {}

    /** Nothing we know. */
    record Unclear() implements Command {}
}
