package dev.usher.gmail.web;

import dev.usher.gmail.FaultKind;
import dev.usher.gmail.Faults;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The line between a program and Gmail, on which the fault script strikes. */
public final class FaultyLine {
    /** Whose calls say which draft they are about. */
    static final Set<String> DRAFT_NAMING = Set.of("drafts.send", "drafts.get", "drafts.update", "drafts.delete");

    private final PostOffice office;
    private final Faults faults;
    private final Duration hang;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param hang how long {@link FaultKind#HANG} does not answer */
    public FaultyLine(PostOffice office, Faults faults, Duration hang) {
        this.office = office;
        this.faults = faults;
        this.hang = hang;
    }

    Route.Handler through(String operation, Route.Handler handler) {
        return request -> {
            if (faults.isEmpty()) {
                return handler.answer(request);
            }
            var user = Owner.of(request);
            var draft = draftOf(operation, request);
            var fault = faults.strike(operation, user, draft != null);
            return fault.isEmpty() ? handler.answer(request) : struck(fault.get(), user, draft, handler, request);
        };
    }

    private static @Nullable String draftOf(String operation, Request request) {
        if (!DRAFT_NAMING.contains(operation)) {
            return null;
        }
        return operation.equals("drafts.send") ? Incoming.draft(request).draftId() : request.var("id");
    }

    private Answer struck(FaultKind kind, String user, @Nullable String draft, Route.Handler handler, Request request) {
        return switch (kind) {
            case BURST, DAILY, FORBIDDEN, UNAUTHORIZED, FAIL_BEFORE -> Errors.of(kind);
            case FAIL_AFTER -> {
                act(handler, request);
                yield Errors.of(kind);
            }
            case DROP -> {
                act(handler, request);
                office.settle();
                throw new NoAnswer();
            }
            case HANG -> {
                await();
                yield Errors.of(kind);
            }
            case DELETE_DRAFT -> {
                remove(user, draft);
                yield handler.answer(request);
            }
            case EXPIRE_HISTORY -> {
                office.forgetHistory(user);
                yield handler.answer(request);
            }
        };
    }

    /** What it would have answered is nobody's to know. */
    private static void act(Route.Handler handler, Request request) {
        try {
            handler.answer(request);
        } catch (Refused e) {
            // The script's failure hides this one, too.
        }
    }

    private void remove(String user, @Nullable String draft) {
        try {
            if (draft != null) {
                office.discard(user, draft);
            }
        } catch (Refused e) {
            // Gone already: nothing is left for a person to remove.
        }
    }

    private void await() {
        try {
            if (closed.await(hang.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoAnswer();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of whoever hangs. */
    public void close() {
        closed.countDown();
    }
}
