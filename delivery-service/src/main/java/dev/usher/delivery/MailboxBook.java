package dev.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What we know of each mailbox: its quota spent, whether it rests, how far it was read. On disk, so a restart forgets nothing. */
public interface MailboxBook {

    /** Notes the units if the last minute leaves room; else answers how long to wait. Zero = spent. */
    Mono<Duration> spend(String mailbox, int units, int perMinute, Instant now);

    /** How often in a row the mailbox was parked, this time included; asked again while it rests, nothing is added. */
    Mono<Integer> strike(String mailbox, Instant now);

    Mono<Void> park(String mailbox, Instant until, String why);

    /** A mail went through: the next rest starts small again. */
    Mono<Void> unpark(String mailbox);

    /** A mailbox due to be read, from this history id on. */
    record Seen(String mailbox, String history) {}

    /** Takes mailboxes that were written from and last read before, and notes that they are being read now. */
    Flux<Seen> toRead(Instant before, Instant now, int limit);

    /** Where a mailbox never read is to be read from; joins the caller's transaction. */
    Mono<Void> readFrom(String mailbox, String history);

    Mono<Void> seen(String mailbox, String history);
}
