package dev.usher.gmail.post;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's mail, in memory but for the bytes. Guarded by the post office's lock. */
final class Mailbox {
    private final LinkedHashMap<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, List<String>> threads = new HashMap<>();
    private final Map<String, String> byMessageId = new HashMap<>();
    private final Map<String, String> drafts = new LinkedHashMap<>();
    private final List<Happened> history = new ArrayList<>();
    private final String user;
    private long oldest;
    private long historyId;

    Mailbox(Change.Opened opened) {
        this.user = opened.user();
        this.oldest = opened.historyId();
        this.historyId = opened.historyId();
    }

    void apply(Change change) {
        historyId = change.historyId();
        switch (change) {
            case Change.Opened _ -> {}
            case Change.Added added -> add(added.message());
            case Change.Removed removed -> remove(removed.id(), removed.historyId());
            case Change.Relabelled relabelled -> relabel(relabelled);
            case Change.DraftPut put -> drafts.put(put.draftId(), put.messageId());
            case Change.DraftGone gone -> drafts.remove(gone.draftId());
            case Change.HistoryForgotten forgotten -> forget(forgotten.historyId());
        }
    }

    private void add(Message message) {
        messages.put(message.id(), message);
        threads.computeIfAbsent(message.threadId(), _ -> new ArrayList<>(1)).add(message.id());
        if (!message.messageId().isEmpty()) {
            byMessageId.put(message.messageId(), message.id());
        }
        happened(message.historyId(), Happened.Kind.messageAdded, message, List.of());
    }

    private void remove(String id, long at) {
        var gone = messages.remove(id);
        if (gone == null) {
            return;
        }
        byMessageId.remove(gone.messageId(), id);
        threads.computeIfPresent(gone.threadId(), (_, ids) -> without(ids, id));
        happened(at, Happened.Kind.messageDeleted, gone, List.of());
    }

    @SuppressWarnings("NullAway") // computeIfPresent: null takes the entry away
    private static List<String> without(List<String> ids, String id) {
        ids.remove(id);
        return ids.isEmpty() ? null : ids;
    }

    private void relabel(Change.Relabelled change) {
        var now = messages.computeIfPresent(
                change.id(), (_, message) -> message.relabelled(change.added(), change.removed(), change.historyId()));
        if (now != null && !change.added().isEmpty()) {
            happened(change.historyId(), Happened.Kind.labelAdded, now, change.added());
        }
        if (now != null && !change.removed().isEmpty()) {
            happened(change.historyId(), Happened.Kind.labelRemoved, now, change.removed());
        }
    }

    private void happened(long at, Happened.Kind kind, Message message, List<String> labels) {
        history.add(new Happened(at, kind, message.id(), message.threadId(), message.labels(), labels));
    }

    private void forget(long upTo) {
        history.clear();
        oldest = upTo;
    }

    String user() {
        return user;
    }

    long historyId() {
        return historyId;
    }

    Collection<Message> messages() {
        return messages.values();
    }

    Map<String, String> drafts() {
        return drafts;
    }

    int threadCount() {
        return threads.size();
    }

    Summary summary() {
        int unread = (int) messages.values().stream().filter(Mailbox::isWaiting).count();
        return new Summary(
                user,
                unread,
                drafts.size(),
                messages.isEmpty() ? null : messages.sequencedValues().getLast());
    }

    private static boolean isWaiting(Message message) {
        return message.has(Label.UNREAD) && message.has(Label.INBOX);
    }

    Message message(String id) {
        return Optional.ofNullable(messages.get(id)).orElseThrow(Refused::notFound);
    }

    Message draft(String draftId) {
        return message(Optional.ofNullable(drafts.get(draftId)).orElseThrow(Refused::notFound));
    }

    List<Message> thread(String threadId) {
        var ids = Optional.ofNullable(threads.get(threadId)).orElseThrow(Refused::notFound);
        return ids.stream().map(this::message).toList();
    }

    /** The thread of a mail that bears one of these Message-IDs, or empty. */
    Optional<Message> bearing(Collection<String> messageIds) {
        return messageIds.stream()
                .flatMap(it -> Optional.ofNullable(byMessageId.get(it)).stream())
                .map(this::message)
                .findFirst();
    }

    /** What happened after that id, oldest first. An id we have forgotten, or never gave, is not found. */
    List<Happened> since(long start) {
        if (start < oldest || start > historyId) {
            throw Refused.notFound();
        }
        int from = history.size();
        while (from > 0 && history.get(from - 1).id() > start) {
            from--;
        }
        return List.copyOf(history.subList(from, history.size()));
    }
}
