package dev.usher.matching.scoring;

import dev.usher.matching.Agenda;
import dev.usher.matching.Agendas;
import dev.usher.matching.Event;
import dev.usher.matching.Weights;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Agendas compared by their words; one of each event is kept, in the version asked for last. */
public final class LexicalAgendas implements Agendas {

    private final Words words = new Words();
    private final Industries industries = new Industries();
    private final Geography geography = new Geography();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** The version and its time together name one text of the event. */
    private record Kept(int version, Instant changedAt, LexicalAgenda agenda) {

        boolean is(Event event) {
            return version == event.version() && changedAt.equals(event.changedAt());
        }
    }

    @Override
    public Agenda of(Event event) {
        Kept known = kept.get(event.id());
        if (known != null && known.is(event)) {
            return known.agenda();
        }
        LexicalAgenda made = new LexicalAgenda(event, words, industries, geography, HandSet.WEIGHTS);
        kept.put(event.id(), new Kept(event.version(), event.changedAt(), made));
        return made;
    }

    @Override
    public void forget(String eventId) {
        kept.remove(eventId);
    }

    @Override
    public Weights weights() {
        return HandSet.WEIGHTS;
    }
}
