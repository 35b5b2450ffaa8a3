package dev.usher.gmail.post;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All mailboxes and what can be done with them. An operation is decided under one lock, written as one frame of the journal, and
 * only then seen by others; before any answer goes out, {@link #settle} must have returned.
 */
public final class PostOffice implements Closeable {
    private static final byte[] NO_MAIL = {};

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
    private final Ids ids = new Ids();
    private final Journal journal;
    private final Clock clock;
    /** Gmail's are never small, and a test that counts from zero is wrong. */
    private long historyId = 1000;

    public PostOffice(Path dir, Clock clock) throws IOException {
        this.clock = clock;
        this.journal = new Journal(dir, changes -> changes.forEach(this::apply));
    }

    /** The owners of the mailboxes, in the order in which they were opened. */
    public List<String> users() {
        return locked(() -> List.copyOf(mailboxes.keySet()));
    }

    /** All mailboxes, the one with the newest mail first. */
    public List<Summary> summaries() {
        return locked(() -> mailboxes.values().stream()
                .map(Mailbox::summary)
                .sorted(Comparator.comparing(PostOffice::newest).reversed())
                .toList());
    }

    private static Instant newest(Summary summary) {
        return summary.last() == null ? Instant.EPOCH : summary.last().at();
    }

    /** Without opening it where nobody has. */
    public boolean has(String user) {
        return locked(() -> mailboxes.containsKey(user));
    }

    public Profile profile(String user) {
        return look(user, box -> new Profile(box.user(), box.messages().size(), box.threadCount(), box.historyId()));
    }

    /** Oldest first. */
    public List<Draft> drafts(String user) {
        return look(
                user,
                box -> box.drafts().entrySet().stream()
                        .map(it -> new Draft(it.getKey(), box.message(it.getValue())))
                        .toList());
    }

    public Draft draft(String user, String draftId) {
        return look(user, box -> new Draft(draftId, box.draft(draftId)));
    }

    /** Oldest first. */
    public List<Message> messages(String user) {
        return look(user, box -> List.copyOf(box.messages()));
    }

    public Message message(String user, String id) {
        return look(user, box -> box.message(id));
    }

    /** Never empty; oldest first. */
    public List<Message> thread(String user, String threadId) {
        return look(user, box -> box.thread(threadId));
    }

    /** What happened after that id, oldest first; refused as not found where the id is too old, or none of ours. */
    public List<Happened> history(String user, long since) {
        return look(user, box -> box.since(since));
    }

    public byte[] bytes(Message message) {
        return journal.read(message.raw());
    }

    public Letter letter(Message message) {
        return Letter.of(bytes(message));
    }

    /** @param threadId the thread to join, if the mail answers it and bears its subject */
    public Draft create(String user, Letter letter, @Nullable String threadId) {
        return write(user, letter.bytes(), (box, entry) -> {
            var id = ids.message();
            var message = add(entry, box, id, threadOf(box, letter, threadId, id), letter, List.of(Label.DRAFT));
            return put(entry, box, ids.draft(), message);
        });
    }

    /** The draft keeps its id and thread; its message gets a new id, as Gmail does it. */
    public Draft update(String user, String draftId, Letter letter) {
        return write(user, letter.bytes(), (box, entry) -> {
            var old = box.draft(draftId);
            entry.add(at -> new Change.Removed(user, at, old.id()));
            var message = add(entry, box, ids.message(), old.threadId(), letter, List.of(Label.DRAFT));
            return put(entry, box, draftId, message);
        });
    }

    private static Draft put(Entry entry, Mailbox box, String draftId, Message message) {
        entry.add(at -> new Change.DraftPut(box.user(), at, draftId, message.id()));
        return new Draft(draftId, message);
    }

    public void discard(String user, String draftId) {
        write(user, NO_MAIL, (box, entry) -> drop(entry, box, draftId));
    }

    private static Message drop(Entry entry, Mailbox box, String draftId) {
        var message = box.draft(draftId);
        entry.add(at -> new Change.DraftGone(box.user(), at, draftId));
        entry.add(at -> new Change.Removed(box.user(), at, message.id()));
        return message;
    }

    /**
     * Consumes the draft: of any number of callers one gets the sent message, the others are refused as not found.
     *
     * @param replacement what is sent instead of the draft's own content
     */
    public Message send(String user, String draftId, @Nullable Letter replacement) {
        return locked(() -> consume(user, draftId, replacement));
    }

    private Message consume(String user, String draftId, @Nullable Letter replacement) {
        var letter = replacement == null ? letter(draft(user, draftId).message()) : replacement;
        var sent = stamped(user, letter);
        return write(user, sent.bytes(), (box, entry) -> {
            var draft = drop(entry, box, draftId);
            return post(entry, box, draft.threadId(), ids.message(), sent, letter.recipients());
        });
    }

    /** Sends without a draft. */
    public Message send(String user, Letter letter, @Nullable String threadId) {
        var sent = stamped(user, letter);
        return write(user, sent.bytes(), (box, entry) -> {
            var id = ids.message();
            return post(entry, box, threadOf(box, letter, threadId, id), id, sent, letter.recipients());
        });
    }

    private Letter stamped(String user, Letter letter) {
        if (letter.recipients().isEmpty()) {
            throw Refused.invalid("Recipient address required");
        }
        return letter.stamped(user, ids.messageId(), clock.instant());
    }

    /** A mail from outside arrives. */
    public Message receive(String user, Letter letter) {
        return write(user, letter.bytes(), (box, entry) -> arrive(entry, box, letter));
    }

    public Message relabel(String user, String id, List<String> added, List<String> removed) {
        return write(user, NO_MAIL, (box, entry) -> {
            var message = box.message(id);
            var change = entry.add(at -> new Change.Relabelled(user, at, id, added, removed));
            return message.relabelled(added, removed, change.historyId());
        });
    }

    /** For good. The draft that shows it goes with it. */
    public void delete(String user, String id) {
        write(user, NO_MAIL, (box, entry) -> {
            var message = box.message(id);
            box.drafts().forEach((draftId, shown) -> {
                if (shown.equals(id)) {
                    entry.add(at -> new Change.DraftGone(user, at, draftId));
                }
            });
            entry.add(at -> new Change.Removed(user, at, id));
            return message;
        });
    }

    /** From now on every earlier history id of this mailbox counts as expired. */
    public void forgetHistory(String user) {
        write(user, NO_MAIL, (box, entry) -> entry.add(at -> new Change.HistoryForgotten(user, at)));
    }

    private Message post(Entry entry, Mailbox box, String thread, String id, Letter sent, List<String> to) {
        boolean toSelf = to.contains(box.user());
        var labels = toSelf ? List.of(Label.UNREAD, Label.SENT, Label.INBOX) : List.of(Label.SENT);
        var message = add(entry, box, id, thread, sent, labels);
        to.stream()
                .filter(recipient -> !recipient.equals(box.user()))
                .forEach(recipient -> arrive(entry, mailbox(recipient, entry), sent));
        return message;
    }

    private Message arrive(Entry entry, Mailbox box, Letter letter) {
        var id = ids.message();
        var labels = List.of(Label.UNREAD, Label.INBOX);
        return add(entry, box, id, Threads.received(box, letter, id), letter, labels);
    }

    private static String threadOf(Mailbox box, Letter letter, @Nullable String wanted, String otherwise) {
        return wanted == null ? otherwise : Threads.wanted(box, letter, wanted, otherwise);
    }

    private Message add(Entry entry, Mailbox box, String id, String thread, Letter letter, List<String> labels) {
        var change = entry.add(at -> new Change.Added(
                box.user(),
                at,
                new Message(
                        id, thread, labels, at, clock.instant(), entry.blob(), letter.messageId(), letter.topic())));
        return change.message();
    }

    /** Puts everything that anybody may have seen so far on disk. */
    public void settle() {
        journal.settle();
    }

    private <T> T look(String user, Function<Mailbox, T> look) {
        if (!has(user)) {
            write(user, NO_MAIL, (box, _) -> box);
        }
        return locked(() -> look.apply(mailbox(user)));
    }

    private Mailbox mailbox(String user) {
        return Objects.requireNonNull(mailboxes.get(user));
    }

    private <T> T write(String user, byte[] raw, BiFunction<Mailbox, Entry, T> decide) {
        return locked(() -> {
            var entry = new Entry(historyId, journal.place(raw));
            var decided = decide.apply(mailbox(user, entry), entry);
            if (!entry.changes().isEmpty()) {
                journal.append(raw, entry.changes());
                entry.changes().forEach(this::apply);
            }
            return decided;
        });
    }

    /** The mailbox of that owner; a new one is opened by this entry. */
    private Mailbox mailbox(String user, Entry entry) {
        var known = mailboxes.get(user);
        return known != null ? known : new Mailbox(entry.add(at -> new Change.Opened(user, at)));
    }

    private void apply(Change change) {
        historyId = change.historyId();
        if (change instanceof Change.Opened opened) {
            mailboxes.putIfAbsent(opened.user(), new Mailbox(opened));
        }
        mailbox(change.user()).apply(change);
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }

    /** The name of a mailbox: its owner's address, in lower case. */
    public static String name(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        journal.settle();
        journal.close();
    }
}
