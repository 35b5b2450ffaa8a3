package dev.usher.matching;

/** Everything a partition can be asked to decide. */
public record Decisions(
        Announcing announcing,
        Answering answering,
        Noticing noticing,
        Rescoring rescoring,
        Explaining explaining,
        Merging merging) {

    public static Decisions with(Agendas unguarded, MatchingSettings settings) {
        Agendas agendas = new Guarded(unguarded);
        Answering answering = new Answering(agendas, settings);
        return new Decisions(
                new Announcing(agendas, answering, settings),
                answering,
                new Noticing(agendas, settings),
                new Rescoring(agendas, settings),
                new Explaining(agendas),
                new Merging());
    }
}
