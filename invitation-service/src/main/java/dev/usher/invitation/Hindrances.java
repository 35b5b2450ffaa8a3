package dev.usher.invitation;

import dev.usher.invitation.Writing.About;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What became of event and guest since a draft was made, where it forbids sending it. */
@Component
class Hindrances {

    private final World world;
    private final Origins origins;

    Hindrances(World world, Origins origins) {
        this.world = world;
        this.origins = origins;
    }

    /** Empty = the draft may go as it is. */
    Mono<Optional<String>> of(Invitation i) {
        return Mono.zip(
                        world.event(i.occasion().eventId()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        world.customer(i.occasion().customerId())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .flatMap(t -> of(i, t.getT1(), t.getT2()));
    }

    private Mono<Optional<String>> of(Invitation i, Optional<Event> event, Optional<Customer> customer) {
        Optional<String> unwelcome =
                event.flatMap(e -> Policy.unwelcome(e, i.occasion().kind(), origins.now()));
        if (unwelcome.isPresent()) {
            return Mono.just(unwelcome);
        }
        if (customer.isEmpty()) {
            return Mono.just(Optional.of("the customer was removed"));
        }
        return customer.get()
                .contact(i.occasion().contactId())
                .map(contact -> of(i, event, customer.get(), contact))
                .orElse(Mono.just(Optional.of("the contact was removed")));
    }

    private Mono<Optional<String>> of(
            Invitation i, Optional<Event> event, Customer customer, Customer.Contact contact) {
        Optional<String> overtaken = event.flatMap(e -> new About(e, customer, contact).overtakes(i))
                .map(what -> "%s; the draft is being written anew".formatted(what));
        return world.unreachable(contact).map(why -> why.or(() -> overtaken));
    }
}
