package dev.usher.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What others are told. Each joins the caller's transaction, so that nothing is told that did not happen. */
public interface Announcements {

    Mono<Void> delivery(Delivery delivery, Outcome outcome, @Nullable String why, Instant at);

    /** @param event null if unknown here */
    Mono<Void> registration(Registration registration, @Nullable Gathering event, Instant at);

    Mono<Void> reminder(Reminder reminder, Instant at);

    /** Asks for a mail to be drafted that a person must approve. */
    Mono<Void> request(Guest guest, Kind kind, int number, Instant at);
}
