package dev.usher.matching;

/** Makes events ready for scoring. */
public interface Agendas {

    /** The event, ready; made at most once per version as long as it is not forgotten. */
    Agenda of(Event event);

    /** Frees what was kept of an event that nobody will ask for again. */
    void forget(String eventId);

    Weights weights();
}
