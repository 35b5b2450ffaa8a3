package dev.usher.delivery.web;

import dev.usher.delivery.Answer;
import dev.usher.delivery.Attendance;
import dev.usher.delivery.OutsideAnswers;
import dev.usher.delivery.Reception;
import dev.usher.delivery.Registration;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registrations from outside platforms. The same one again, by retry or replay, changes nothing. */
@RestController
class RegistrationsDoor {

    private final OutsideAnswers answers;

    RegistrationsDoor(OutsideAnswers answers) {
        this.answers = answers;
    }

    /** What she does there. */
    enum Wish {
        REGISTERED,
        DECLINED,
        CANCELLED
    }

    /**
     * One registration.
     *
     * @param email of the guest; or else invitationId, or customerId with contactId
     * @param status absent = REGISTERED
     */
    record Body(
            @NotBlank @Size(max = 200) String eventId,
            @Nullable @Size(max = 200) String invitationId,
            @Nullable @Size(max = 200) String customerId,
            @Nullable @Size(max = 200) String contactId,
            @Nullable @Size(max = 320) String email,
            @Nullable Wish status,
            @Nullable Attendance attendance,
            @Nullable List<@NotNull String> sessions,
            @Nullable @Size(max = 1000) String why) {

        Answer answer() {
            return switch (Objects.requireNonNullElse(status, Wish.REGISTERED)) {
                case REGISTERED -> new Answer.Register(attendance, Objects.requireNonNullElse(sessions, List.of()));
                case DECLINED -> new Answer.Decline(why);
                case CANCELLED -> new Answer.Cancel(why);
            };
        }

        OutsideAnswers.Who who() {
            return new OutsideAnswers.Who(invitationId, customerId, contactId, email);
        }
    }

    /** The seat as it is now. @param changed false where it was so before */
    record Seat(
            String eventId,
            String customerId,
            @Nullable String contactId,
            @Nullable String invitationId,
            String email,
            @Nullable String status,
            @Nullable Attendance attendance,
            List<String> sessions,
            boolean changed) {

        static Seat of(Registration seat, boolean changed) {
            return new Seat(
                    seat.guest().eventId(),
                    seat.guest().customerId(),
                    seat.guest().contactId(),
                    seat.invitationId(),
                    seat.guest().address(),
                    seat.status().name(),
                    seat.attendance(),
                    seat.sessions(),
                    changed);
        }
    }

    @PostMapping("/api/registrations")
    Mono<ResponseEntity<Seat>> register(@Valid @RequestBody Body body) {
        if (!body.who().named()) {
            throw Problem.badRequest("email", "is missing, and so are invitationId, and customerId with contactId");
        }
        return answers.take(body.eventId(), body.who(), body.answer(), "WEBHOOK")
                .map(result -> switch (result) {
                    case OutsideAnswers.Result.Taken taken -> taken(taken.answered());
                    case OutsideAnswers.Result.NoEvent _ -> throw Problem.notFound("event " + body.eventId());
                    case OutsideAnswers.Result.NoGuest _ ->
                        throw Problem.unprocessable(
                                "Nobody is known by this invitationId, email, or customerId with contactId.");
                });
    }

    private static ResponseEntity<Seat> taken(Reception.Answered answered) {
        if (answered.closed() != null) {
            throw Problem.conflict(answered.closed());
        }
        if (answered.foreign() != null) {
            throw Problem.badRequest("sessions[" + answered.foreign() + "]", "is no session of this event");
        }
        Registration seat = answered.registration();
        if (seat == null) {
            throw Problem.conflict("This guest was not registered.");
        }
        return ResponseEntity.status(answered.changed() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Seat.of(seat, answered.changed()));
    }
}
