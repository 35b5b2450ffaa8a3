package dev.usher.delivery;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer makes of a guest's seat. Pure; asked under the event's lock.
 *
 * @param held what she answered before; null = nothing
 * @param crowd how full the event is, to her
 */
record Seat(
        Gathering event,
        Guest guest,
        @Nullable String invitationId,
        @Nullable Registration held,
        Registrations.Crowd crowd) {

    /** What becomes of the answer. */
    sealed interface Verdict {

        /** Said before: nothing changes. @param now null = she never answered */
        record Unchanged(@Nullable Registration now) implements Verdict {}

        /** @param before what she answered until now; null = nothing */
        record Changed(@Nullable Registration before, Registration now) implements Verdict {

            /** True where she had a seat. */
            boolean wasRegistered() {
                return before != null && before.status() == RegistrationStatus.REGISTERED;
            }
        }

        record Closed(String why) implements Verdict {}

        /** She chose what is not on the agenda. @param session its place in her answer, from 0 */
        record Foreign(int session) implements Verdict {}
    }

    Verdict answer(Answer answer, String source, Instant now) {
        if (answer instanceof Answer.Seen seen) {
            return seen(seen, source, now);
        }
        if (event.cancelled()) {
            return new Verdict.Closed("The event was cancelled.");
        }
        if (event.over(now)) {
            return new Verdict.Closed("The event is over.");
        }
        return switch (answer) {
            case Answer.Register register -> register(register, source, now);
            case Answer.Decline decline ->
                become(
                        coming() ? RegistrationStatus.CANCELLED : RegistrationStatus.DECLINED,
                        source,
                        decline.why(),
                        now);
            case Answer.Cancel cancel ->
                coming()
                        ? become(RegistrationStatus.CANCELLED, source, cancel.why(), now)
                        : new Verdict.Unchanged(held);
            case Answer.Seen _ -> throw new IllegalStateException("answered above");
        };
    }

    /** Who came was there, with or without a seat; only who had one can be missed. */
    private Verdict seen(Answer.Seen seen, String source, Instant now) {
        if (event.startsAt().isAfter(now)) {
            return new Verdict.Closed("The event has not begun.");
        }
        if (seen.attended()) {
            return become(RegistrationStatus.ATTENDED, source, null, now);
        }
        return held != null && held.status().seated()
                ? become(RegistrationStatus.NO_SHOW, source, null, now)
                : new Verdict.Unchanged(held);
    }

    private Verdict register(Answer.Register wish, String source, Instant now) {
        OptionalInt foreign = event.foreign(wish.sessions());
        if (foreign.isPresent()) {
            return new Verdict.Foreign(foreign.getAsInt());
        }
        return event.offers(wish.attendance())
                ? registered(wish, source, now)
                : new Verdict.Closed("This event is held " + event.format().words() + " only.");
    }

    private Verdict registered(Answer.Register wish, String source, Instant now) {
        Attendance how = attendance(wish.attendance());
        List<String> sessions = inOrder(wish.sessions());
        if (held != null && held.status().coming() && how == held.attendance() && sessions.equals(held.sessions())) {
            return new Verdict.Unchanged(held);
        }
        boolean room = room(how);
        if (!room && online()) {
            return new Verdict.Closed("The room is full. Your seat online stays yours.");
        }
        RegistrationStatus status = room ? RegistrationStatus.REGISTERED : RegistrationStatus.WAITLISTED;
        Instant asked = held != null && held.status().coming() ? held.askedAt() : now;
        return changed(new Registration(guest, invitation(), status, how, sessions, source, null, sequence(), asked));
    }

    /** True where she has a seat of this sort already, or one is free. */
    private boolean room(@Nullable Attendance how) {
        return !event.seats(how) || hasSeat() || !crowd.fills(event.capacity());
    }

    private boolean hasSeat() {
        return held != null && held.status().seated() && event.seats(held.attendance());
    }

    /** True where she has a seat that nobody else could use. */
    private boolean online() {
        return held != null && held.status() == RegistrationStatus.REGISTERED && !event.seats(held.attendance());
    }

    private boolean coming() {
        return held != null && held.status().coming();
    }

    private Verdict become(RegistrationStatus status, String source, @Nullable String why, Instant now) {
        if (held != null && says(held, status) && (why == null || why.equals(held.why()))) {
            return new Verdict.Unchanged(held);
        }
        Attendance how = held == null ? null : held.attendance();
        List<String> sessions = held == null ? List.of() : held.sessions();
        Instant asked = held == null ? now : held.askedAt();
        return changed(new Registration(guest, invitation(), status, how, sessions, source, why, sequence(), asked));
    }

    /** Who cancelled has declined as well. */
    private static boolean says(Registration held, RegistrationStatus status) {
        return held.status() == status
                || (held.status() == RegistrationStatus.CANCELLED && status == RegistrationStatus.DECLINED);
    }

    private Verdict changed(Registration next) {
        return new Verdict.Changed(held, next);
    }

    /** How she takes part: the event's only way, or what she chose; in person where she chose nothing. */
    private Attendance attendance(@Nullable Attendance wish) {
        return switch (event.format()) {
            case IN_PERSON -> Attendance.IN_PERSON;
            case VIRTUAL -> Attendance.VIRTUAL;
            case HYBRID -> wish == null ? Attendance.IN_PERSON : wish;
        };
    }

    /** Each once, as the agenda has them. */
    private List<String> inOrder(List<String> wished) {
        return event.sessions().stream()
                .map(Gathering.Slot::id)
                .filter(wished::contains)
                .toList();
    }

    private @Nullable String invitation() {
        return invitationId != null || held == null ? invitationId : held.invitationId();
    }

    private int sequence() {
        return held == null ? 0 : held.sequence() + 1;
    }
}
