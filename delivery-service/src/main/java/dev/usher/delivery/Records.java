package dev.usher.delivery;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what became of it all. */
@Service
public class Records {

    private final Histories histories;
    private final Gatherings gatherings;
    private final Companies companies;

    Records(Histories histories, Gatherings gatherings, Companies companies) {
        this.histories = histories;
        this.gatherings = gatherings;
        this.companies = companies;
    }

    /** Empty where the customer is unknown. */
    public Mono<List<Histories.Line>> of(String customerId) {
        return Reading.soon(() -> companies.find(customerId)).flatMap(_ -> histories.of(customerId));
    }

    /** Empty where the event is unknown. */
    public Mono<Map<String, Integer>> funnel(String eventId) {
        return event(eventId).flatMap(_ -> histories.funnel(eventId));
    }

    /** Empty where the event is unknown. */
    public Mono<Gathering> event(String eventId) {
        return Reading.soon(() -> gatherings.find(eventId));
    }

    /** As {@link #event}, and with an agenda that has all she chose, if that comes in time. */
    Mono<Gathering> event(String eventId, Answer answer) {
        List<String> chosen = answer instanceof Answer.Register wish ? wish.sessions() : List.of();
        return Reading.soon(() -> gatherings
                        .find(eventId)
                        .filter(event -> event.foreign(chosen).isEmpty()))
                .switchIfEmpty(Mono.defer(() -> gatherings.find(eventId)));
    }
}
