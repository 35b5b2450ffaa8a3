package dev.usher.matching.streams;

import dev.usher.matching.Agendas;
import dev.usher.matching.Decisions;
import dev.usher.matching.MatchingSettings;
import java.time.Clock;

/** What every processor works with. */
record Tools(Decoding avro, Decisions decisions, Agendas agendas, MatchingSettings settings, Clock clock) {}
