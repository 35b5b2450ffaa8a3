package dev.usher.invitation.chat;

import dev.usher.invitation.Customer;
import dev.usher.invitation.Deciding;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Event;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.Invitations;
import dev.usher.invitation.Known;
import dev.usher.invitation.Outcome;
import dev.usher.invitation.Status;
import dev.usher.invitation.Waiting;
import dev.usher.invitation.chat.Reply.Action;
import dev.usher.invitation.chat.Talk.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** "Send": exactly what she saw goes, unless it changed; more than one only after she was told who gets what. */
@Component
class Sending {

    private static final int AT_ONCE = 8;

    private final Invitations invitations;
    private final Deciding deciding;
    private final Known known;
    private final Waiting waiting;

    Sending(Invitations invitations, Deciding deciding, Known known, Waiting waiting) {
        this.invitations = invitations;
        this.deciding = deciding;
        this.known = known;
        this.waiting = waiting;
    }

    Mono<Say> send(Talk talk, @Nullable String who) {
        return talk.shown().size() == 1
                ? go(talk.shown(), talk, who)
                : talk.shown().isEmpty() ? nothing(talk) : confirm(talk);
    }

    Mono<Say> sendTo(String whom, Talk talk, @Nullable String who) {
        String name = whom.toLowerCase(Locale.ROOT);
        List<Shown> meant = talk.shown().stream()
                .filter(s -> List.of(s.whom().toLowerCase(Locale.ROOT).split(" at ", 2))
                                .contains(name)
                        || s.whom().equalsIgnoreCase(whom))
                .toList();
        return meant.size() == 1 ? go(meant, talk, who) : Mono.just(Say.words(Asking.UNCLEAR, talk));
    }

    Mono<Say> sendAll(Talk talk, @Nullable String who) {
        boolean one = talk.shown().size() == 1;
        return talk.shown().isEmpty()
                ? nothing(talk)
                : one || talk.confirming() ? go(talk.shown(), talk, who) : confirm(talk);
    }

    /** Nothing was shown; but what she waited for may be there by now. */
    private Mono<Say> nothing(Talk talk) {
        return Flux.fromIterable(talk.awaited())
                .concatMap(invitations::find)
                .filter(i -> i.status() == Status.DRAFTED)
                .collectList()
                .flatMap(ready -> ready.isEmpty()
                        ? Mono.just(Say.words("There is nothing to send: I have not shown you a draft.", talk))
                        : showAgain("The draft is ready now:", ready, talk.showing(List.of(), List.of())));
    }

    private Mono<Say> confirm(Talk talk) {
        return Flux.fromIterable(talk.shown())
                .concatMap(s -> invitations.find(s.id()).map(i -> "- " + s.whom() + ": " + subject(i)))
                .collectList()
                .map(lines -> new Say(
                        "I will send %d invitations:\n\n%s\n\nSay \"yes\" or \"send all\" to send them."
                                .formatted(talk.shown().size(), String.join("\n", lines)),
                        List.of(),
                        List.of(new Action("send", "Send all", "send all", null, null)),
                        talk.confirming(true)));
    }

    private static String subject(Invitation i) {
        return i.draft() == null
                ? i.status().name()
                : "“" + Markdown.safe(i.draft().mail().subject()) + "”";
    }

    /**
     * What came of one.
     *
     * @param changed it is not what she saw
     */
    private record Sent(Shown shown, Invitation invitation, String markdown, boolean changed) {}

    private Mono<Say> go(List<Shown> meant, Talk talk, @Nullable String who) {
        return Flux.fromIterable(meant)
                .flatMapSequential(s -> invitations.find(s.id()).flatMap(i -> go(s, i, who)), AT_ONCE)
                .collectList()
                .flatMap(all -> told(all, talk));
    }

    private Mono<Sent> go(Shown shown, Invitation i, @Nullable String who) {
        boolean same = i.status() == Status.DRAFTED
                && i.draft() != null
                && i.draft().hash().equals(shown.hash());
        if (i.status() == Status.DRAFTED && !same) {
            return Mono.just(new Sent(shown, i, "", true));
        }
        return same
                ? deciding.approve(i.id(), shown.hash(), who, null).flatMap(outcome -> after(shown, i, outcome))
                : Mono.just(new Sent(
                        shown, i, "The invitation to %s is %s already.".formatted(shown.whom(), i.status()), false));
    }

    private Mono<Sent> after(Shown shown, Invitation before, Outcome outcome) {
        if (outcome instanceof Outcome.Conflict conflict) {
            return invitations
                    .find(before.id())
                    .map(now -> new Sent(
                            shown,
                            now,
                            "Not sent to %s: %s.".formatted(shown.whom(), Markdown.safe(conflict.happened())),
                            now.status() == Status.DRAFTED && now.revision() != before.revision()));
        }
        Predicate<Invitation> known =
                i -> i.status() != Status.APPROVED && i.status() != Status.SENDING && i.status() != Status.UNKNOWN;
        return waiting.until(before.id(), known).map(i -> new Sent(shown, i, outcome(i, shown.whom()), false));
    }

    private static String outcome(Invitation i, String whom) {
        return switch (i.status()) {
            case APPROVED, SENDING, UNKNOWN -> "The event invitation to " + whom + " is being sent.";
            case NEEDS_HUMAN, REFUSED, WITHDRAWN ->
                "The event invitation to %s was not sent: it is %s%s."
                        .formatted(whom, i.status(), i.why() == null ? "" : " (" + Markdown.safe(i.why()) + ")");
            default -> "Event invitation sent to " + whom + "!";
        };
    }

    private Mono<Say> told(List<Sent> all, Talk talk) {
        List<Shown> left = talk.shown().stream()
                .filter(s -> all.stream().noneMatch(d -> d.shown().id().equals(s.id())))
                .toList();
        String words =
                all.stream().filter(s -> !s.changed()).map(Sent::markdown).collect(Collectors.joining("\n\n"));
        List<Invitation> changed =
                all.stream().filter(Sent::changed).map(Sent::invitation).toList();
        List<Invitation> about = all.stream().map(Sent::invitation).toList();
        Talk after = talk.showing(left, List.of());
        return changed.isEmpty()
                ? Mono.just(new Say(words, about, List.of(), after))
                : showAgain(
                        words + (words.isEmpty() ? "" : "\n\n")
                                + "This changed since I showed it to you; please look again:",
                        changed,
                        after);
    }

    private Mono<Say> showAgain(String head, List<Invitation> which, Talk talk) {
        return Flux.fromIterable(which)
                .concatMap(i -> Mono.zip(
                                known.event(i.occasion().eventId(), 0),
                                known.customer(i.occasion().customerId()))
                        .map(t -> again(i, t.getT1(), t.getT2())))
                .collectList()
                .map(again -> {
                    List<Shown> shown = new ArrayList<>(talk.shown());
                    which.forEach(i ->
                            again.stream().filter(a -> a.id().equals(i.id())).forEach(a -> shown.add(a.shown())));
                    String body = again.stream().map(Again::markdown).collect(Collectors.joining("\n\n---\n\n"));
                    return new Say(
                            head + "\n\n" + body,
                            which,
                            Drawing.actions(which),
                            talk.showing(List.copyOf(shown), List.of()));
                });
    }

    private record Again(String id, String markdown, Shown shown) {}

    private static Again again(Invitation i, Event event, Customer customer) {
        Draft draft = java.util.Objects.requireNonNull(i.draft());
        return new Again(
                i.id(),
                Markdown.invitation(i, event, customer, draft),
                new Shown(i.id(), draft.hash(), Whom.of(i, customer)));
    }
}
