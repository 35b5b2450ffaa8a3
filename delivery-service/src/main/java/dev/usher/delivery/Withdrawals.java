package dev.usher.delivery;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What a person called back, whether or not its approval came in before; joins the caller's transaction. */
public interface Withdrawals {

    /** Calls back this revision and those before it. */
    Mono<Void> add(MailId mail, int revision, String why, Instant now);

    /** Why this revision was called back; empty = it was not. */
    Mono<String> why(MailId mail, int revision);
}
