package dev.usher.matching;

import dev.usher.matching.Rankings.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who fits an event? Answered from the stored ranking, or by asking every customer afresh. */
public final class Asking {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final List<String> UNFINISHED = List.of("the ranking is still being made");

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

        /** @param missing what the list lacks, in words; empty = nothing */
        record Complete(List<Relevant> best, List<String> missing) implements Answer {}

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
                        ? Mono.just(new Answer.Complete(List.of(), List.of()))
                        : patiently(rankings.complete(list, event.version()))
                                .defaultIfEmpty(UNFINISHED)
                                .flatMap(missing -> complete(rankings.best(list, minScore, after, limit), missing)))
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
                        ? afresh(question).then(answer(id, question))
                        : Mono.just(new Answer.OtherQuestion()));
    }

    /** What was answered in full is not asked again; an answer that lacked something is. */
    private Mono<Void> afresh(Question question) {
        return rankings.complete(question.id(), 0)
                .flatMap(missing -> missing.isEmpty()
                        ? Mono.just(true)
                        : rankings.forget(question.id()).thenReturn(false))
                .defaultIfEmpty(false)
                .flatMap(answered -> answered ? Mono.empty() : log.ask(question));
    }

    private Mono<Answer> answer(String id, Question question) {
        return patiently(rankings.complete(question.id(), 0))
                .flatMap(missing -> complete(rankings.best(question.id(), 0, null, question.limit()), missing))
                .defaultIfEmpty(new Answer.Pending(id));
    }

    private static Mono<Answer> complete(Flux<Relevant> best, List<String> missing) {
        return best.collectList().map(all -> new Answer.Complete(all, missing));
    }

    /** However long a look takes by itself: none begins once patience has run out. */
    private <T> Mono<T> patiently(Mono<T> look) {
        return look.repeatWhenEmpty(again -> again.timed()
                .takeWhile(turn -> turn.elapsedSinceSubscription().compareTo(settings.patience()) < 0)
                .delayElements(GLANCE));
    }
}
