package dev.usher.invitation.chat;

import dev.usher.invitation.Draft;
import dev.usher.invitation.Event;
import dev.usher.invitation.Hall;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Inviting;
import dev.usher.invitation.Known;
import dev.usher.invitation.Names;
import dev.usher.invitation.Status;
import dev.usher.invitation.Waiting;
import dev.usher.invitation.chat.Directory.Named;
import dev.usher.invitation.chat.Reply.Action;
import dev.usher.invitation.chat.Talk.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** "Invite A to E": asks for the drafts, waits for them, and shows them. */
@Component
class Drawing {

    private static final int MOST = 50;

    private final Understanding understanding;
    private final WhichEvent whichEvent;
    private final Inviting inviting;
    private final Known known;
    private final Waiting waiting;

    Drawing(Understanding understanding, WhichEvent whichEvent, Inviting inviting, Known known, Waiting waiting) {
        this.understanding = understanding;
        this.whichEvent = whichEvent;
        this.inviting = inviting;
        this.known = known;
        this.waiting = waiting;
    }

    Mono<Say> invite(Command.Invite invite, Talk talk, @Nullable String who) {
        return understanding
                .clearest(invite.readings())
                .flatMap(u -> customers(u, talk, who).map(say -> say.after(Taken.words(u))));
    }

    private Mono<Say> customers(Understood u, Talk talk, @Nullable String who) {
        for (Understood.Whom whom : u.customers()) {
            if (whom.choice() instanceof Choice.None) {
                return Mono.just(Say.words(Asking.nobody(whom.words()), talk));
            }
            if (whom.choice() instanceof Choice.Unsure unsure) {
                return Mono.just(Asking.whichCustomer(whom.words(), unsure.which(), n -> again(u, whom, n), talk));
            }
        }
        if (u.found().size() > MOST) {
            return Mono.just(Say.words("At most %d customers at once, please.".formatted(MOST), talk));
        }
        return event(u, talk, who);
    }

    /** Her line again, with this customer beyond doubt. */
    private static String again(Understood u, Understood.Whom whom, Named meant) {
        String names = u.customers().stream()
                .map(w -> w.equals(whom)
                        ? meant.id()
                        : w.choice() instanceof Choice.Found f ? f.named().id() : w.words())
                .collect(Collectors.joining(", "));
        return "Invite " + names + (u.eventWords() == null ? "" : " to " + u.eventWords());
    }

    private Mono<Say> event(Understood u, Talk talk, @Nullable String who) {
        return switch (u.event()) {
            case null -> last(u, talk, who);
            case Choice.Found found -> draw(u.found(), found.named().id(), talk, who);
            case Choice.Unsure unsure -> whichEvent.among(named(u), unsure.which(), e -> line(u, e), talk);
            case Choice.None none -> whichEvent.coming(Asking.noEvent(named(u)), e -> line(u, e), talk);
        };
    }

    /** She named no event: the one last spoken of, or a question. */
    private Mono<Say> last(Understood u, Talk talk, @Nullable String who) {
        return talk.eventId() == null
                ? whichEvent.coming("To which event?", e -> line(u, e), talk)
                : draw(u.found(), talk.eventId(), talk, who);
    }

    private static String named(Understood u) {
        return u.eventWords() == null ? "" : u.eventWords();
    }

    private static String line(Understood u, Event event) {
        return "Invite " + u.found().stream().map(Named::id).collect(Collectors.joining(", ")) + " to " + event.id();
    }

    private Mono<Say> draw(List<Named> customers, String eventId, Talk talk, @Nullable String who) {
        List<String> ids = customers.stream().map(Named::id).toList();
        return known.event(eventId, 0)
                .flatMap(event -> inviting.invite(new Inviting.Wish(eventId, ids, null, null, who))
                        .flatMapMany(Flux::fromIterable)
                        .flatMapSequential(entry -> drawn(entry, event), MOST)
                        .collectList()
                        .map(all -> told(all, talk.of(eventId))))
                .defaultIfEmpty(Say.words("That event is gone.", talk));
    }

    /**
     * One customer's part of the answer.
     *
     * @param invitation null = refused
     */
    private record Drawn(
            String markdown,
            @Nullable Invitation invitation,
            @Nullable Shown shown) {}

    private Mono<Drawn> drawn(Hall.Entry entry, Event event) {
        return switch (entry) {
            case Hall.Entry.Turned no ->
                known.customer(no.customerId())
                        .map(c -> Markdown.safe(c.name()))
                        .defaultIfEmpty(Markdown.safe(no.customerId()))
                        .map(name ->
                                new Drawn(name + " was not invited: " + Markdown.safe(no.why()) + ".", null, null));
            case Hall.Entry.Standing standing ->
                waiting.until(standing.invitation().id(), i -> i.status() != Status.REQUESTED)
                        .flatMap(i -> shown(i, event));
        };
    }

    private Mono<Drawn> shown(Invitation i, Event event) {
        return known.customer(i.occasion().customerId()).map(customer -> {
            String whom = Whom.of(i, customer);
            Draft draft = i.draft();
            return switch (i.status()) {
                case REQUESTED ->
                    new Drawn("The invitation for " + whom + " is being drafted; it will appear on the desk.", i, null);
                case DRAFTED ->
                    draft == null
                            ? new Drawn(whom + ": no draft.", i, null)
                            : new Drawn(
                                    Markdown.invitation(i, event, customer, draft),
                                    i,
                                    new Shown(i.id(), draft.hash(), whom));
                case REFUSED ->
                    new Drawn(whom + " was not invited: " + Markdown.safe(String.valueOf(i.why())) + ".", i, null);
                default -> new Drawn(already(i, event, whom), i, null);
            };
        });
    }

    private static String already(Invitation i, Event event, String whom) {
        var at = i.sentAt() != null
                ? i.sentAt()
                : i.approval() == null ? i.changedAt() : i.approval().at();
        String name = whom.substring(0, whom.indexOf(" at "));
        return "%s was invited on %s to %s (%s)."
                .formatted(
                        name,
                        Asking.day(at, event),
                        Markdown.safe(Names.withArticle(event.name(), false)),
                        i.status().words());
    }

    /** Adds what is shown now to what was shown before and not sent. */
    private static Say told(List<Drawn> all, Talk talk) {
        List<Shown> shown = new ArrayList<>();
        all.forEach(d -> {
            if (d.shown() != null) {
                shown.add(d.shown());
            }
        });
        talk.shown().stream()
                .filter(before -> shown.stream().noneMatch(s -> s.id().equals(before.id())))
                .forEach(shown::add);
        List<Invitation> about =
                all.stream().flatMap(d -> Stream.ofNullable(d.invitation())).toList();
        Set<String> spokenOf = about.stream().map(Invitation::id).collect(Collectors.toSet());
        Stream<String> before = talk.awaited().stream().filter(id -> !spokenOf.contains(id));
        Stream<String> now =
                about.stream().filter(i -> i.status() == Status.REQUESTED).map(Invitation::id);
        List<String> awaited = Stream.concat(before, now).toList();
        return new Say(
                all.stream().map(Drawn::markdown).collect(Collectors.joining("\n\n---\n\n")),
                about,
                actions(about),
                talk.showing(List.copyOf(shown), awaited));
    }

    static List<Action> actions(List<Invitation> about) {
        List<Action> actions = new ArrayList<>();
        about.stream()
                .filter(i -> i.status() == Status.DRAFTED && i.draft() != null)
                .forEach(i -> {
                    actions.add(
                            new Action("edit", "Edit", null, i.id(), i.draft().hash()));
                    actions.add(
                            new Action("send", "Send", "Send", i.id(), i.draft().hash()));
                });
        return List.copyOf(actions);
    }
}
