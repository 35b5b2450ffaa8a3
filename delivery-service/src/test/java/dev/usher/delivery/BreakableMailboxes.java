package dev.usher.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** Real mailboxes at which a worker can be made to die, once, at a named point of the protocol. */
final class BreakableMailboxes implements Mailboxes {

    /** Where it dies. */
    enum Point {
        BEFORE_DRAFT,
        AFTER_DRAFT,
        BEFORE_SEND,
        AFTER_SEND
    }

    /** What a worker's death looks like from outside: nothing more happens. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TestConfiguration
    static class Installed {
        @Bean
        @Primary
        BreakableMailboxes breakable(@Qualifier("googleMailboxes") Mailboxes real) {
            return new BreakableMailboxes(real);
        }
    }

    private final Mailboxes real;
    private final Map<String, Point> deaths = new ConcurrentHashMap<>();
    private final Map<String, Integer> overtaken = new ConcurrentHashMap<>();
    private final Map<String, Mono<Void>> stalls = new ConcurrentHashMap<>();
    private final Set<String> delayed = ConcurrentHashMap.newKeySet();
    private final Map<String, Mono<String>> onTheirWay = new ConcurrentHashMap<>();

    BreakableMailboxes(Mailboxes real) {
        this.real = real;
    }

    void dieOnce(String mailbox, Point point) {
        deaths.put(mailbox, point);
    }

    /** The next send waits for this before it goes out. */
    void stallSend(String mailbox, Mono<Void> until) {
        stalls.put(mailbox, until);
    }

    /** The next send is not answered and still on its way; it arrives just before the one after it, which is refused. */
    void overtakeSend(String mailbox) {
        overtaken.put(mailbox, 2);
    }

    /** The next send is not answered and still on its way; it arrives just before its draft is to be discarded. */
    void arriveBeforeDiscard(String mailbox) {
        delayed.add(mailbox);
    }

    private Mono<String> overtaken(String mailbox, Mono<String> send, int left) {
        if (left == 2) {
            overtaken.put(mailbox, 1);
            return Mono.error(new MailboxException(new Failure.NoAnswer("Gmail did not answer")));
        }
        return send.then(Mono.error(new MailboxException(new Failure.Rejected("Gmail answered 400: no such draft"))));
    }

    private <T> Mono<T> at(String mailbox, Point point, Mono<T> otherwise) {
        return Mono.defer(() -> deaths.remove(mailbox, point) ? Mono.error(new Died()) : otherwise);
    }

    @Override
    public Mono<String> historyId(String mailbox) {
        return real.historyId(mailbox);
    }

    @Override
    public Mono<Draft> draft(String mailbox, String raw, @Nullable String thread, String historyId) {
        Mono<Draft> made = real.draft(mailbox, raw, thread, historyId);
        return at(mailbox, Point.BEFORE_DRAFT, made).flatMap(draft -> at(mailbox, Point.AFTER_DRAFT, Mono.just(draft)));
    }

    @Override
    public Mono<String> send(String mailbox, Draft draft, String raw) {
        Mono<Void> stall = stalls.remove(mailbox);
        Mono<String> sent =
                (stall == null ? Mono.<Void>empty() : stall).then(Mono.defer(() -> real.send(mailbox, draft, raw)));
        if (delayed.remove(mailbox)) {
            onTheirWay.put(mailbox, sent);
            return Mono.error(new MailboxException(new Failure.NoAnswer("Gmail did not answer")));
        }
        Integer left = overtaken.remove(mailbox);
        if (left != null) {
            return overtaken(mailbox, sent, left);
        }
        return at(mailbox, Point.BEFORE_SEND, sent).flatMap(id -> at(mailbox, Point.AFTER_SEND, Mono.just(id)));
    }

    @Override
    public Mono<Boolean> holds(String mailbox, Draft draft) {
        return real.holds(mailbox, draft);
    }

    @Override
    public Mono<Boolean> discard(String mailbox, String draftId) {
        Mono<String> late = onTheirWay.remove(mailbox);
        Mono<Boolean> discarded = Mono.defer(() -> real.discard(mailbox, draftId));
        return late == null ? discarded : late.then(discarded);
    }

    @Override
    public Mono<List<String>> draftsMarked(String mailbox, String header, String mark) {
        return real.draftsMarked(mailbox, header, mark);
    }

    @Override
    public Mono<String> findSent(String mailbox, Draft draft, String header, String mark) {
        return real.findSent(mailbox, draft, header, mark);
    }

    @Override
    public Mono<String> messageId(String mailbox, String gmailId) {
        return real.messageId(mailbox, gmailId);
    }

    @Override
    public Mono<String> sendTest(String mailbox, String raw) {
        return real.sendTest(mailbox, raw);
    }

    @Override
    public Mono<Post> since(String mailbox, String historyId) {
        return real.since(mailbox, historyId);
    }
}
