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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** "Send": exactly what she saw goes, unless it changed; more than one only after she was told who gets what. */
@Component
class Sending {

    private static final int AT_ONCE = 8;

    private static final Set<Status> ON_ITS_WAY = EnumSet.of(Status.APPROVED, Status.SENDING, Status.UNKNOWN);

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
        return whatWaits(
                talk, who, waits -> waits.shown().size() == 1 ? go(waits.shown(), waits, who) : confirm(waits));
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
        return whatWaits(
                talk,
                who,
                waits -> waits.shown().size() == 1 || waits.confirming()
                        ? go(waits.shown(), waits, who)
                        : confirm(waits));
    }

    /** What was sent or ended elsewhere needs no question any more; where that is all of it, she is told. */
    private Mono<Say> whatWaits(Talk talk, @Nullable String who, Function<Talk, Mono<Say>> act) {
        if (talk.shown().isEmpty()) {
            return nothing(talk);
        }
        return invitations
                .among(talk.shown().stream().map(Shown::id).toList())
                .filter(i -> i.status() == Status.DRAFTED)
                .map(Invitation::id)
                .collect(Collectors.toSet())
                .flatMap(drafted -> drafted.isEmpty() ? go(talk.shown(), talk, who) : act.apply(talk.keeping(drafted)));
    }

    /** Nothing was shown; but what she waited for may be there by now. */
    private Mono<Say> nothing(Talk talk) {
        return show(talk, "There is nothing to send: I have not shown you a draft.");
    }

    /** What she waited for and is there by now. */
    Mono<Say> show(Talk talk) {
        return show(talk, "Nothing new is ready.");
    }

    private Mono<Say> show(Talk talk, String otherwise) {
        return Flux.fromIterable(talk.awaited())
                .concatMap(invitations::find)
                .filter(i -> i.status() == Status.DRAFTED)
                .collectList()
                .flatMap(ready -> ready.isEmpty()
                        ? Mono.just(Say.words(otherwise, talk))
                        : showAgain(
                                ready.size() == 1 ? "The draft is ready now:" : "These drafts are ready now:",
                                ready,
                                talk.having(ready.stream().map(Invitation::id).collect(Collectors.toSet()))));
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
                ? i.status().words()
                : "“" + Markdown.safe(i.draft().mail().subject()) + "”";
    }

    /**
     * What came of one.
     *
     * @param changed it is not what she saw, and is to be shown again
     */
    private record Sent(Shown shown, Invitation invitation, String markdown, boolean changed) {}

    /** @param outcome null = it was not the draft she saw, and nothing was asked */
    private record Tried(
            Shown shown, Invitation before, @Nullable Outcome outcome) {}

    /** All are approved before any is waited for, so that one wait does for all. */
    private Mono<Say> go(List<Shown> meant, Talk talk, @Nullable String who) {
        return Flux.fromIterable(meant)
                .flatMapSequential(s -> invitations.find(s.id()).flatMap(i -> attempt(s, i, who)), AT_ONCE)
                .collectList()
                .flatMap(this::settled)
                .flatMap(all -> told(all, talk));
    }

    private Mono<Tried> attempt(Shown shown, Invitation i, @Nullable String who) {
        boolean same = i.status() == Status.DRAFTED
                && i.draft() != null
                && i.draft().hash().equals(shown.hash());
        return same
                ? deciding.approve(new Deciding.Ask(i.id(), null, who), shown.hash(), null)
                        .map(outcome -> new Tried(shown, i, outcome))
                : Mono.just(new Tried(shown, i, null));
    }

    private Mono<List<Sent>> settled(List<Tried> all) {
        Set<String> approved = all.stream()
                .filter(t -> t.outcome() instanceof Outcome.Done)
                .map(t -> t.shown().id())
                .collect(Collectors.toSet());
        return waiting.until(
                        all.stream().map(t -> t.shown().id()).toList(),
                        i -> !approved.contains(i.id()) || !ON_ITS_WAY.contains(i.status()))
                .map(now -> now.stream().collect(Collectors.toMap(Invitation::id, i -> i)))
                .map(now -> all.stream()
                        .map(t -> sent(t, now.getOrDefault(t.shown().id(), t.before())))
                        .toList());
    }

    private static Sent sent(Tried tried, Invitation now) {
        Shown shown = tried.shown();
        if (tried.outcome() instanceof Outcome.Done) {
            return new Sent(shown, now, outcome(now, shown.whom()), now.status() == Status.DRAFTED);
        }
        if (now.status() != Status.DRAFTED) {
            String gone = "The invitation to %s does not wait for you any more: %s%s."
                    .formatted(shown.whom(), now.status().words(), because(now));
            return new Sent(shown, now, gone, false);
        }
        if (tried.outcome() instanceof Outcome.Conflict conflict) {
            String why = "Not sent to %s: %s.".formatted(shown.whom(), Markdown.safe(conflict.happened()));
            return new Sent(shown, now, why, now.revision() != tried.before().revision());
        }
        return new Sent(shown, now, "", true);
    }

    private static String because(Invitation i) {
        return i.why() == null ? "" : " (" + Markdown.safe(i.why()) + ")";
    }

    private static String outcome(Invitation i, String whom) {
        String why = because(i);
        return switch (i.status()) {
            case APPROVED, SENDING, UNKNOWN -> "The event invitation to " + whom + " is being sent.";
            case ACCEPTED, REGISTERED, DECLINED, REPLIED, UNSUBSCRIBED, NO_RESPONSE ->
                "Event invitation sent to " + whom + "!";
            case BOUNCED -> "The event invitation to %s was sent, and came back%s.".formatted(whom, why);
            case DRAFTED -> "The event invitation to %s was not sent, because it changed%s.".formatted(whom, why);
            case REQUESTED, REJECTED, EXPIRED, NEEDS_HUMAN, REFUSED, WITHDRAWN ->
                "The event invitation to %s was not sent: %s%s."
                        .formatted(whom, i.status().words(), why);
        };
    }

    private Mono<Say> told(List<Sent> all, Talk talk) {
        List<Shown> left = talk.shown().stream()
                .filter(s -> all.stream().noneMatch(d -> d.shown().id().equals(s.id())))
                .toList();
        String words =
                all.stream().map(Sent::markdown).filter(said -> !said.isEmpty()).collect(Collectors.joining("\n\n"));
        List<Invitation> changed =
                all.stream().filter(Sent::changed).map(Sent::invitation).toList();
        List<Invitation> about = all.stream().map(Sent::invitation).toList();
        Stream<String> beingWrittenAnew = all.stream()
                .filter(s -> !s.changed() && s.invitation().status() == Status.DRAFTED)
                .map(s -> s.invitation().id());
        Talk after = talk.showing(
                left,
                Stream.concat(talk.awaited().stream(), beingWrittenAnew)
                        .distinct()
                        .toList());
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
                            talk.showing(List.copyOf(shown), talk.awaited()));
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
