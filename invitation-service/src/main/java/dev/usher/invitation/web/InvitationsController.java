package dev.usher.invitation.web;

import dev.usher.invitation.Invitations;
import dev.usher.invitation.Status;
import dev.usher.rest.Cursor;
import dev.usher.rest.Items;
import dev.usher.rest.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for looking at invitations. */
@RestController
@RequestMapping("/api/invitations")
class InvitationsController {

    private static final int MOST = 200;

    private final Invitations invitations;
    private final Cards cards;

    InvitationsController(Invitations invitations, Cards cards) {
        this.invitations = invitations;
        this.cards = cards;
    }

    /** @param view {@code lines} = without drafts and reasons, for long lists */
    record Filter(
            @Nullable String status,
            @Nullable String eventId,
            @Nullable String csmId,
            @Nullable String customerId,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String view) {

        Invitations.Query query() {
            List<String> from = Cursor.decode(cursor, 1);
            return new Invitations.Query(
                    statuses(), eventId, csmId, customerId, from.isEmpty() ? null : place(from.getFirst()), size());
        }

        private List<Status> statuses() {
            return status == null || status.isBlank()
                    ? List.of()
                    : Arrays.stream(status.split(",")).map(Filter::status).toList();
        }

        private static Status status(String name) {
            try {
                return Status.valueOf(name.strip());
            } catch (IllegalArgumentException unknown) {
                throw Problem.badRequest("status", "must be of " + Arrays.toString(Status.values()));
            }
        }

        private static Long place(String cursor) {
            try {
                return Long.valueOf(cursor);
            } catch (NumberFormatException foreign) {
                throw Problem.badRequest("cursor", "is not a nextCursor of this list");
            }
        }

        private int size() {
            if (limit != null && (limit < 1 || limit > MOST)) {
                throw Problem.badRequest("limit", "must be 1 to " + MOST);
            }
            return limit == null ? 50 : limit;
        }
    }

    @GetMapping
    Mono<Items<Object>> list(@ModelAttribute Filter filter) {
        boolean lines = "lines".equals(filter.view());
        return invitations
                .page(filter.query())
                .flatMap(page -> (lines ? cards.lines(page.items()) : cards.wholes(page.items()))
                        .<Object>map(item -> item)
                        .collectList()
                        .map(items ->
                                new Items<>(items, page.next() == null ? null : Cursor.encode("" + page.next()))));
    }

    /**
     * The ETag names the revision, for If-Match. It says nothing about the state, so it is kept from Spring's own check
     * of If-None-Match: a browser must not take a draft that was sent meanwhile for one that is not modified. The stream
     * is no id: asked for in a media type it does not have, it is not acceptable rather than unknown.
     */
    @GetMapping("/{id:(?!stream$).+}")
    Mono<Answers.Whole> one(@PathVariable String id, ServerHttpResponse response) {
        return invitations
                .find(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("invitation " + id)))
                .doOnNext(i -> response.getHeaders().setETag("\"" + i.revision() + "\""))
                .doOnNext(i -> response.getHeaders().setCacheControl(CacheControl.noStore()))
                .flatMap(cards::whole);
    }
}
