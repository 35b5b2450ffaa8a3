package dev.usher.delivery.web;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.Registration;

/**
 * What a guest's seat is, in words, at the head of her page.
 *
 * @param text empty = she has not answered
 * @param tone good, wait or calm: how it looks
 */
record Banner(String text, String tone) {

    static Banner of(View view, Upshot upshot) {
        String text = switch (upshot) {
            case Upshot.Shown _ -> said(view);
            case Upshot.Saved _ -> ("Saved. " + said(view)).strip();
            case Upshot.Nothing nothing -> nothing.why();
        };
        return new Banner(text, tone(view));
    }

    /** Why she hears no more of it by mail; empty = she does. */
    static String silence(View view) {
        String why = switch (view.barred()) {
            case null -> "";
            case UNSUBSCRIBED -> "you unsubscribed from our event mail";
            case OPTED_OUT -> "we were asked not to write to you";
            case BOUNCED -> "mail to " + view.invited().guest().address() + " came back to us";
            case ERASED -> "your address was deleted here";
        };
        return why.isEmpty()
                ? ""
                : "No confirmation and no reminder will come by mail, because " + why
                        + ". Here is the event for your calendar.";
    }

    private static String said(View view) {
        if (view.event().cancelled()) {
            return "This event was cancelled.";
        }
        Registration seat = view.seat();
        boolean late =
                view.event().over(view.now()) && (seat == null || seat.status().coming());
        if (late) {
            return "This event is over.";
        }
        return seat == null ? "" : said(view, seat);
    }

    private static String said(View view, Registration seat) {
        return switch (seat.status()) {
            case REGISTERED -> "You're in" + how(view.event(), seat) + ".";
            case WAITLISTED ->
                view.barred() == null
                        ? "You are on the waiting list. We write as soon as a seat is free."
                        : "You are on the waiting list. This page tells you once a seat is yours.";
            case DECLINED -> "You said that you can't make it. You can still change your mind.";
            case CANCELLED -> "Your registration is cancelled. You can still change your mind.";
            case ATTENDED -> "Thank you for having been there.";
            case NO_SHOW -> "We missed you.";
        };
    }

    private static String how(Gathering event, Registration seat) {
        if (event.format() != Gathering.Format.HYBRID || seat.attendance() == null) {
            return "";
        }
        return seat.attendance() == Attendance.VIRTUAL ? ", online" : ", in person";
    }

    private static String tone(View view) {
        Registration seat = view.seat();
        if (seat == null || view.event().cancelled()) {
            return "calm";
        }
        return switch (seat.status()) {
            case REGISTERED, ATTENDED -> "good";
            case WAITLISTED -> "wait";
            case DECLINED, CANCELLED, NO_SHOW -> "calm";
        };
    }
}
