package dev.usher.delivery.gmail;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.GmailRequest;
import com.google.api.services.gmail.model.History;
import com.google.api.services.gmail.model.HistoryMessageAdded;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Thread;
import dev.usher.delivery.Draft;
import dev.usher.delivery.Failure;
import dev.usher.delivery.MailboxException;
import dev.usher.delivery.Mailboxes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Gmail through Google's own client; its calls block, so each runs on a virtual thread. */
@Component
class GoogleMailboxes implements Mailboxes {

    private static final String SENT = "SENT";
    private static final String MESSAGE_ID = "Message-ID";

    private final Gmail gmail;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    GoogleMailboxes(Gmail gmail) {
        this.gmail = gmail;
    }

    @Override
    public Mono<String> historyId(String mailbox) {
        return call(() -> newest(mailbox));
    }

    private String newest(String mailbox) throws IOException {
        return execute(gmail.users().getProfile(mailbox)).getHistoryId().toString();
    }

    @Override
    public Mono<Draft> draft(String mailbox, String raw, @Nullable String thread, String historyId) {
        return call(() -> {
            var made = execute(gmail.users().drafts().create(mailbox, draftOf(raw, thread)));
            return new Draft(made.getId(), made.getMessage().getThreadId(), historyId);
        });
    }

    private static com.google.api.services.gmail.model.Draft draftOf(String raw, @Nullable String thread) {
        return new com.google.api.services.gmail.model.Draft().setMessage(message(raw, thread));
    }

    private static Message message(String raw, @Nullable String thread) {
        Message message = new Message().setRaw(raw);
        return thread == null ? message : message.setThreadId(thread);
    }

    @Override
    public Mono<String> send(String mailbox, Draft draft, String raw) {
        return call(() -> execute(gmail.users()
                        .drafts()
                        .send(mailbox, draftOf(raw, draft.threadId()).setId(draft.id())))
                .getId());
    }

    @Override
    public Mono<Boolean> holds(String mailbox, Draft draft) {
        return call(() -> exists(gmail.users().drafts().get(mailbox, draft.id()).setFormat("minimal")));
    }

    @Override
    public Mono<Boolean> discard(String mailbox, String draftId) {
        return call(() -> exists(gmail.users().drafts().delete(mailbox, draftId)));
    }

    private static boolean exists(GmailRequest<?> request) throws IOException {
        return unlessMissing(() -> {
                    request.executeUnparsed().disconnect();
                    return true;
                })
                .orElse(false);
    }

    @Override
    public Mono<List<String>> draftsMarked(String mailbox, String header, String mark) {
        return call(() -> {
            List<String> found = new ArrayList<>();
            String page = null;
            do {
                ListDraftsResponse drafts =
                        execute(gmail.users().drafts().list(mailbox).setPageToken(page));
                for (var draft : Objects.requireNonNullElse(
                        drafts.getDrafts(), List.<com.google.api.services.gmail.model.Draft>of())) {
                    if (marked(mailbox, draft.getMessage().getId(), header, mark)) {
                        found.add(draft.getId());
                    }
                }
                page = drafts.getNextPageToken();
            } while (page != null);
            return found;
        });
    }

    private boolean marked(String mailbox, String messageId, String header, String mark) throws IOException {
        return unlessMissing(() -> headers(mailbox, messageId, header))
                .map(message -> bears(message, header, mark))
                .orElse(false);
    }

    private Message headers(String mailbox, String messageId, String... names) throws IOException {
        return execute(gmail.users()
                .messages()
                .get(mailbox, messageId)
                .setFormat("metadata")
                .setMetadataHeaders(List.of(names)));
    }

    private static boolean bears(Message message, String header, String mark) {
        return Letters.header(message, header).map(mark::equals).orElse(false);
    }

    @Override
    public Mono<String> findSent(String mailbox, Draft draft, String header, String mark) {
        return callMaybe(() -> {
            Optional<String> inThread = sentInThread(mailbox, draft, header, mark);
            return inThread.isPresent() ? inThread : sentInHistory(mailbox, draft, header, mark);
        });
    }

    private Optional<String> sentInThread(String mailbox, Draft draft, String header, String mark) throws IOException {
        Optional<Thread> thread = unlessMissing(() -> execute(gmail.users()
                .threads()
                .get(mailbox, draft.threadId())
                .setFormat("metadata")
                .setMetadataHeaders(List.of(header))));
        return thread.map(Thread::getMessages).stream()
                .flatMap(List::stream)
                .filter(message -> sent(message) && bears(message, header, mark))
                .map(Message::getId)
                .findFirst();
    }

    private static boolean sent(Message message) {
        return message.getLabelIds() != null && message.getLabelIds().contains(SENT);
    }

    /** An expired history id finds nothing: then a person is asked. */
    private Optional<String> sentInHistory(String mailbox, Draft draft, String header, String mark) throws IOException {
        String token = null;
        do {
            ListHistoryResponse page =
                    history(mailbox, draft.historyId(), token).orElseGet(ListHistoryResponse::new);
            for (Message added : messages(page).toList()) {
                Optional<Message> read = unlessMissing(() -> headers(mailbox, added.getId(), header));
                if (read.filter(message -> sent(message) && bears(message, header, mark))
                        .isPresent()) {
                    return Optional.of(added.getId());
                }
            }
            token = page.getNextPageToken();
        } while (token != null);
        return Optional.empty();
    }

    /** Empty where Gmail no longer knows this history id. @param token of the page; null = the first */
    private Optional<ListHistoryResponse> history(String mailbox, String from, @Nullable String token)
            throws IOException {
        return unlessMissing(() -> execute(gmail.users()
                .history()
                .list(mailbox)
                .setStartHistoryId(new BigInteger(from))
                .setHistoryTypes(List.of("messageAdded"))
                .setPageToken(token)));
    }

    private static Stream<Message> messages(ListHistoryResponse answer) {
        return Objects.requireNonNullElse(answer.getHistory(), List.<History>of()).stream()
                .flatMap(history ->
                        Objects.requireNonNullElse(history.getMessagesAdded(), List.<HistoryMessageAdded>of()).stream())
                .map(HistoryMessageAdded::getMessage);
    }

    @Override
    public Mono<String> messageId(String mailbox, String gmailId) {
        return callMaybe(() -> unlessMissing(() -> headers(mailbox, gmailId, MESSAGE_ID))
                .flatMap(message -> Letters.header(message, MESSAGE_ID)));
    }

    @Override
    public Mono<String> sendTest(String mailbox, String raw) {
        return call(() -> {
            var made = execute(gmail.users().drafts().create(mailbox, draftOf(raw, null)));
            return execute(gmail.users()
                            .drafts()
                            .send(mailbox, draftOf(raw, null).setId(made.getId())))
                    .getId();
        });
    }

    @Override
    public Mono<Post> since(String mailbox, String historyId) {
        return call(() -> {
            Optional<ListHistoryResponse> page = history(mailbox, historyId, null);
            return page.isPresent()
                    ? post(mailbox, historyId, page.get())
                    : new Post(newest(mailbox), List.of(), false);
        });
    }

    /** The page, and as the place to go on from its last entry, or where it is the last page the mailbox's newest. */
    private Post post(String mailbox, String from, ListHistoryResponse page) throws IOException {
        List<Incoming> incoming = new ArrayList<>();
        for (Message message : messages(page).toList()) {
            unlessMissing(() -> execute(gmail.users()
                            .messages()
                            .get(mailbox, message.getId())
                            .setFormat("full")))
                    .filter(Letters::cameIn)
                    .map(Letters::incoming)
                    .ifPresent(incoming::add);
        }
        boolean more = page.getNextPageToken() != null && page.getHistory() != null;
        BigInteger reached = more ? page.getHistory().getLast().getId() : page.getHistoryId();
        return new Post(reached == null ? from : reached.toString(), incoming, more);
    }

    private static <T> T execute(GmailRequest<T> request) throws IOException {
        return request.execute();
    }

    private static <T> Optional<T> unlessMissing(Asking<T> asking) throws IOException {
        try {
            return Optional.of(asking.ask());
        } catch (IOException thrown) {
            if (Failures.of(thrown) instanceof Failure.Missing) {
                return Optional.empty();
            }
            throw thrown;
        }
    }

    /** A call that may fail. */
    private interface Asking<T> {
        T ask() throws IOException;
    }

    private <T> Mono<T> callMaybe(Callable<Optional<T>> call) {
        return call(call).flatMap(Mono::justOrEmpty);
    }

    private <T> Mono<T> call(Callable<T> call) {
        return Mono.fromCallable(call)
                .onErrorMap(IOException.class, thrown -> new MailboxException(Failures.of(thrown)))
                .subscribeOn(threads);
    }
}
