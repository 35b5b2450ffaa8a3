package dev.usher.matching;

/** Everything a partition can be asked to decide. */
public record Decisions(
        Announcing announcing,
        Answering answering,
        Noticing noticing,
        Rescoring rescoring,
        Erasing erasing,
        Explaining explaining,
        Merging merging) {

    public static Decisions with(Agendas unguarded, MatchingSettings settings) {
        Agendas agendas = new Guarded(unguarded);
        Answering answering = new Answering(agendas, settings);
        Noticing noticing = new Noticing(agendas, settings);
        return new Decisions(
                new Announcing(agendas, answering, settings),
                answering,
                noticing,
                new Rescoring(agendas, settings),
                new Erasing(answering, noticing),
                new Explaining(agendas),
                new Merging());
    }
}
