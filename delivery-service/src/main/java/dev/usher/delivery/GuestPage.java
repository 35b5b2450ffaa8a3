package dev.usher.delivery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the recipient of an invitation sees and may do. */
@Service
public class GuestPage {

    private final Invitations invitations;
    private final Views views;
    private final Reception reception;

    GuestPage(Invitations invitations, Views views, Reception reception) {
        this.invitations = invitations;
        this.views = views;
        this.reception = reception;
    }

    /**
     * All that the page shows.
     *
     * @param seat what she answered before; null = nothing
     * @param zone hers; null = unknown
     * @param full true where a new guest in person would wait
     * @param barred why no mail reaches her; null = it does
     */
    public record View(
            Invited invited,
            Gathering event,
            @Nullable Registration seat,
            @Nullable ZoneId zone,
            boolean full,
            Standing.@Nullable Bar barred,
            Instant now) {}

    /** Changes nothing. Empty where the invitation was not approved, or its event is not known. */
    public Mono<View> view(String invitationId) {
        return invitations.find(invitationId).flatMap(views::of);
    }

    /** Takes her answer. Empty where the invitation was not approved, or its event is not known. */
    public Mono<Reception.Answered> answer(String invitationId, Answer answer) {
        return Reading.soon(() -> invitations.find(invitationId))
                .flatMap(invited -> reception.answer(invited.guest(), invitationId, answer, "PAGE"));
    }
}
