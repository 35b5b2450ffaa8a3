package dev.usher.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Why the catalogue does not do what it was asked. */
public sealed interface Refusal {

    /** The reason as a sentence for whoever asked. */
    String why();

    /**
     * What was said cannot be understood or cannot be.
     *
     * @param faults all of them, at least one
     */
    record Invalid(List<Fault> faults) implements Refusal {
        @Override
        public String why() {
            return faults.stream().map(Fault::toString).collect(joining("; "));
        }
    }

    /** An announcement of something new bears the id of a known event. */
    record Taken(String id) implements Refusal {
        @Override
        public String why() {
            return "There is an event '%s' already; change it with PUT /api/events/%s.".formatted(id, id);
        }
    }

    record Unknown(String id) implements Refusal {
        @Override
        public String why() {
            return "There is no event '%s'.".formatted(id);
        }
    }

    /**
     * The caller looked at another version than the one that stands.
     *
     * @param version the one that stands
     */
    record Stale(String id, int version) implements Refusal {
        @Override
        public String why() {
            return "Event '%s' stands at version %d; read it again.".formatted(id, version);
        }
    }

    record Cancelled(String id) implements Refusal {
        @Override
        public String why() {
            return "Event '%s' is cancelled and cannot be changed; announce a new one.".formatted(id);
        }
    }

    /** The key was used for another announcement. */
    record KeyReused(String key) implements Refusal {
        @Override
        public String why() {
            return "Idempotency-Key '%s' was used for another request.".formatted(key);
        }
    }
}
