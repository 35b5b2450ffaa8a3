package dev.usher.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guest says to an event. */
public sealed interface Answer {

    /** @param attendance null = as the event allows; @param sessions ids; empty = none chosen */
    record Register(@Nullable Attendance attendance, List<String> sessions) implements Answer {}

    /** She will not come. @param why in her words; null = none given */
    record Decline(@Nullable String why) implements Answer {}

    /** She gives her seat back. @param why in her words; null = none given */
    record Cancel(@Nullable String why) implements Answer {}

    /** She was there, or was not. */
    record Seen(boolean attended) implements Answer {}
}
