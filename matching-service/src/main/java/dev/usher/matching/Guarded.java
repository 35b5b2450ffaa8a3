package dev.usher.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of every mistake in scoring that it is one, so that nobody takes it for trouble with the stores. */
final class Guarded implements Agendas {

    private static final Logger log = LoggerFactory.getLogger(Guarded.class);

    private final Agendas agendas;

    Guarded(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public Agenda of(Event event) {
        return new GuardedAgenda(guard(event.id(), () -> agendas.of(event)));
    }

    @Override
    public void forget(String eventId) {
        agendas.forget(eventId);
    }

    @Override
    public Weights weights() {
        return agendas.weights();
    }

    private static <T> T guard(String about, Supplier<T> scoring) {
        try {
            return scoring.get();
        } catch (RuntimeException mistake) {
            log.error("cannot score {}", about, mistake);
            throw new Unscorable(about + ": " + mistake, mistake);
        }
    }

    private record GuardedAgenda(Agenda agenda) implements Agenda {

        @Override
        public Event event() {
            return agenda.event();
        }

        @Override
        public boolean meets(Guest guest, Question.Wanted wanted) {
            return guard(guest.id(), () -> agenda.meets(guest, wanted));
        }

        @Override
        public Optional<String> unwelcome(Guest guest) {
            return guard(guest.id(), () -> agenda.unwelcome(guest));
        }

        @Override
        public double score(Guest guest) {
            return guard(guest.id(), () -> agenda.score(guest));
        }

        @Override
        public Match match(Guest guest) {
            return guard(guest.id(), () -> agenda.match(guest));
        }

        @Override
        public List<String> topicsIn(String note) {
            return guard("a note", () -> agenda.topicsIn(note));
        }

        @Override
        public double covers(String topic) {
            return guard("a topic", () -> agenda.covers(topic));
        }
    }
}
