package dev.usher.matching;

import dev.usher.matching.Rankings.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who fits an event? Answered from the stored ranking, or by asking every customer afresh. */
public final class Asking {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Announced events;
    private final Rankings rankings;
    private final Audiences audiences;
    private final Log log;
    private final MatchingSettings settings;

    public Asking(Announced events, Rankings rankings, Audiences audiences, Log log, MatchingSettings settings) {
        this.events = events;
        this.rankings = rankings;
        this.audiences = audiences;
        this.log = log;
        this.settings = settings;
    }

    /** What came of a question. */
    public sealed interface Answer {

        /** @param failures parts that could not be asked; empty = none */
        record Complete(List<Relevant> best, List<String> failures) implements Answer {}

        /** It takes longer; ask again under this id. */
        record Pending(String audienceId) implements Answer {}

        record UnknownEvent() implements Answer {}

        record UnknownAudience() implements Answer {}

        record Cancelled() implements Answer {}

        /** The id was used for another question. */
        record OtherQuestion() implements Answer {}
    }

    /** The stored ranking. A ranking that is still being made is waited for, and then shown as far as it is. */
    public Mono<Answer> relevant(String eventId, double minScore, @Nullable Place after, int limit) {
        String list = Question.listOf(eventId);
        return patiently(events.find(eventId))
                .flatMap(event -> event.cancelled()
                        ? Mono.just(List.<String>of())
                        : patiently(rankings.complete(list, event.version())).defaultIfEmpty(List.of()))
                .flatMap(failures -> rankings.best(list, minScore, after, limit)
                        .collectList()
                        .<Answer>map(best -> new Answer.Complete(best, failures)))
                .defaultIfEmpty(new Answer.UnknownEvent());
    }

    /** @param id of the audience, chosen by who asks: the same question under the same id is asked once */
    public Mono<Answer> audience(String id, Question question) {
        return patiently(events.find(question.eventId()))
                .flatMap(event -> event.cancelled() ? Mono.just(new Answer.Cancelled()) : ask(id, question))
                .defaultIfEmpty(new Answer.UnknownEvent());
    }

    public Mono<Answer> audience(String id) {
        return audiences
                .find(id)
                .flatMap(question -> answer(id, question))
                .defaultIfEmpty(new Answer.UnknownAudience());
    }

    private Mono<Answer> ask(String id, Question question) {
        return audiences
                .remember(id, question)
                .flatMap(known -> known.equals(question)
                        ? log.ask(question).then(answer(id, question))
                        : Mono.just(new Answer.OtherQuestion()));
    }

    private Mono<Answer> answer(String id, Question question) {
        return patiently(rankings.complete(question.id(), 0))
                .flatMap(failures -> rankings.best(question.id(), 0, null, question.limit())
                        .collectList()
                        .<Answer>map(best -> new Answer.Complete(best, failures)))
                .defaultIfEmpty(new Answer.Pending(id));
    }

    private <T> Mono<T> patiently(Mono<T> look) {
        long times = settings.patience().dividedBy(GLANCE);
        return look.repeatWhenEmpty(again -> again.take(times).delayElements(GLANCE));
    }
}
