package dev.usher.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs with the system's clock until a test sets it; then it stands, and moves when it is told to. In UTC. */
public final class TestClock extends Clock {

    private final AtomicReference<Clock> current = new AtomicReference<>(Clock.systemUTC());

    /** Stops it at this instant. */
    public void set(Instant instant) {
        current.set(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** Moves it by this much from where it is, and stops it there. */
    public void advance(Duration by) {
        current.updateAndGet(clock -> Clock.fixed(clock.instant().plus(by), ZoneOffset.UTC));
    }

    /** Lets it run with the system's clock again; done after each test. */
    public void reset() {
        current.set(Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        return now().instant();
    }

    @Override
    public ZoneId getZone() {
        return now().getZone();
    }

    /** A clock of the same time; it follows this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(zone);
    }

    private Clock now() {
        return current.get();
    }

    private final class Zoned extends Clock {
        private final ZoneId zone;

        private Zoned(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return TestClock.this.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(other);
        }
    }
}
