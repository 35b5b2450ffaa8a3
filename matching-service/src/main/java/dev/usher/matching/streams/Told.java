package dev.usher.matching.streams;

import dev.usher.matching.Event;
import dev.usher.matching.Question;
import org.jspecify.annotations.Nullable;

/** What every partition is told: either an event or a question, never both. */
record Told(@Nullable Event event, @Nullable Question question) {}
