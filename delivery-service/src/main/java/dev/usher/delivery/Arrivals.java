package dev.usher.delivery;

import org.springframework.stereotype.Component;

/** Rings where mails came in, so that they need not wait for the next look. */
@Component
public class Arrivals {

    private final Rounds rounds;

    Arrivals(Rounds rounds) {
        this.rounds = rounds;
    }

    public void wake() {
        rounds.wake();
    }
}
