package dev.usher.invitation.chat;

import dev.usher.invitation.Invitations;
import dev.usher.invitation.Known;
import dev.usher.invitation.Names;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers what became of a customer's invitations. */
@Component
class Inquiring {

    /** Lines of an answer; the desk has the rest. */
    private static final int MOST = 5;

    private final Understanding understanding;
    private final Invitations invitations;
    private final Known known;

    Inquiring(Understanding understanding, Invitations invitations, Known known) {
        this.understanding = understanding;
        this.invitations = invitations;
        this.known = known;
    }

    Mono<Say> status(String name, Talk talk) {
        return understanding.customer(name).flatMap(choice -> switch (choice) {
            case Choice.Found found -> of(found.named(), talk).map(say -> say.after(Taken.customer(name, found)));
            case Choice.Unsure unsure ->
                Mono.just(Asking.whichCustomer(name, unsure.which(), n -> "Status of " + n.id(), talk));
            case Choice.None none -> Mono.just(Say.words(Asking.nobody(name), talk));
        });
    }

    private Mono<Say> of(Directory.Named customer, Talk talk) {
        Invitations.Query newest = new Invitations.Query(List.of(), null, null, customer.id(), null, MOST);
        return Mono.zip(invitations.page(newest), invitations.howMany(customer.id()))
                .flatMap(t -> of(customer, t.getT1(), t.getT2(), talk));
    }

    private Mono<Say> of(Directory.Named customer, Invitations.Page page, int all, Talk talk) {
        int left = Math.max(0, all - page.items().size());
        return Flux.fromIterable(page.items())
                .concatMap(i -> known.event(i.occasion().eventId(), 0)
                        .map(e -> "- %s to %s: **%s** since %s%s"
                                .formatted(
                                        Markdown.safe(Objects.requireNonNullElse(i.contactName(), "nobody")),
                                        Markdown.safe(Names.withArticle(e.name(), false)),
                                        i.status().words(),
                                        Asking.day(i.changedAt(), e),
                                        i.why() == null ? "" : " (" + Markdown.safe(i.why()) + ")")))
                .collectList()
                .map(lines -> new Say(said(customer, lines, left), page.items(), List.of(), talk));
    }

    private static String said(Directory.Named customer, List<String> lines, int left) {
        String name = Markdown.safe(customer.name());
        String more = left == 0 ? "" : "\n\nand %d more; see the desk".formatted(left);
        return lines.isEmpty()
                ? name + " was not invited to anything yet."
                : name + ":\n\n" + String.join("\n", lines) + more;
    }
}
