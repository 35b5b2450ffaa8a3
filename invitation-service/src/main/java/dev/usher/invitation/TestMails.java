package dev.usher.invitation;

import reactor.core.publisher.Mono;

/** Puts a draft into a mailbox of our own, marked as a test. */
public interface TestMails {

    Mono<Void> send(String mailbox, Invitation invitation, Draft draft);
}
