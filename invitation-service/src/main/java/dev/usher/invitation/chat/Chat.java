package dev.usher.invitation.chat;

import dev.usher.invitation.Origins;
import dev.usher.invitation.chat.Conversations.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The conversation: one line in, one answer out, both kept. */
@Component
public class Chat {

    private final Conversations conversations;
    private final Drawing drawing;
    private final Sending sending;
    private final Inquiring inquiring;
    private final Origins origins;
    private final TransactionalOperator transaction;

    Chat(
            Conversations conversations,
            Drawing drawing,
            Sending sending,
            Inquiring inquiring,
            Origins origins,
            TransactionalOperator transaction) {
        this.conversations = conversations;
        this.drawing = drawing;
        this.sending = sending;
        this.inquiring = inquiring;
        this.origins = origins;
        this.transaction = transaction;
    }

    /**
     * Answers a line. Empty = there is no such conversation.
     *
     * @param conversationId null = a new one begins
     * @param who null = the CSM of each customer concerned
     */
    public Mono<Reply> say(@Nullable String conversationId, String text, @Nullable String who) {
        Instant at = origins.now();
        Mono<String> id = conversationId == null ? begin(at) : Mono.just(conversationId);
        return id.flatMap(c -> conversations
                .find(c)
                .flatMap(talk ->
                        answer(text, talk, who).flatMap(said -> keep(c, Asking.said(text, talk.options()), at, said))));
    }

    /** Everything said so far, oldest first. */
    public Flux<Line> lines(String conversationId) {
        return conversations.lines(conversationId);
    }

    private Mono<String> begin(Instant at) {
        String id = origins.id();
        return conversations.begin(id, Talk.NEW, at).thenReturn(id);
    }

    private Mono<Reply> keep(String id, String text, Instant at, Say said) {
        Reply reply = Reply.of(said).in(id);
        List<Line> lines =
                List.of(new Line(at, "CSM", text, null), new Line(origins.now(), "USHER", said.markdown(), reply));
        return transaction
                .transactional(conversations.save(id, said.talk(), lines))
                .thenReturn(reply);
    }

    private Mono<Say> answer(String text, Talk talk, @Nullable String who) {
        Optional<Talk.Option> chosen = Asking.chosen(text, talk.options());
        String line = chosen.map(Talk.Option::line).orElse(text);
        return act(Grammar.read(line), talk, who);
    }

    private Mono<Say> act(Command command, Talk talk, @Nullable String who) {
        return switch (command) {
            case Command.Invite invite -> drawing.invite(invite, talk, who);
            case Command.Send send when talk.confirming() -> sending.sendAll(talk, who);
            case Command.Send send -> sending.send(talk, who);
            case Command.SendTo to -> sending.sendTo(to.whom(), talk, who);
            case Command.SendAll all -> sending.sendAll(talk, who);
            case Command.Show show -> sending.show(talk);
            case Command.Yes yes when talk.confirming() -> sending.sendAll(talk, who);
            case Command.Yes yes -> words("Yes to what? I asked nothing.", talk);
            case Command.No no -> words("All right, nothing is sent.", talk.confirming(false));
            case Command.StatusOf status -> inquiring.status(status.name(), talk);
            case Command.Edit edit -> words(Asking.EDIT, talk);
            case Command.Help help -> words(Asking.HELP, talk);
            case Command.Unclear unclear -> words(Asking.UNCLEAR, talk);
        };
    }

    private static Mono<Say> words(String markdown, Talk talk) {
        return Mono.just(Say.words(markdown, talk));
    }
}
