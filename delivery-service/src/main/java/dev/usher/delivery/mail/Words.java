package dev.usher.delivery.mail;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.ServiceMails.Facts;
import dev.usher.delivery.Times;
import java.util.ArrayList;
import java.util.List;

/** What each service mail says. */
record Words(String subject, String preheader, List<String> paragraphs) {

    static Words of(Facts facts) {
        Gathering event = facts.event();
        return switch (facts.reminder().mail().kind()) {
            case CONFIRMATION -> confirmation(facts, event);
            case REMINDER -> reminder(event);
            case CHANGE -> change(facts, event);
            case CANCELLATION -> cancellation(facts, event);
            case WAITLIST_OFFER, INVITATION, FOLLOW_UP, POST_EVENT ->
                throw new IllegalArgumentException(facts.reminder().mail() + " is not written from facts");
        };
    }

    private static Words confirmation(Facts facts, Gathering event) {
        if (facts.registration().status() == RegistrationStatus.WAITLISTED) {
            return new Words(
                    "You are on the waiting list: " + event.name(),
                    "We write as soon as a seat is free.",
                    List.of(
                            "All seats of " + event.name() + " are taken, so you are on the waiting list.",
                            "Seats that become free go to whoever has waited longest. We write to you at once, and you"
                                    + " need not do anything."));
        }
        return new Words(
                "You're in: " + event.name(),
                Times.brief(event.startsAt(), event.zone()),
                List.of(
                        "Your seat at " + event.name() + " is reserved.",
                        "The calendar entry comes with this mail. If your plans change, one tap gives the seat to"
                                + " someone else."));
    }

    private static Words reminder(Gathering event) {
        String begins = Times.brief(event.startsAt(), event.zone());
        return new Words(
                "Reminder: " + event.name() + ", " + begins,
                "It begins " + begins + ".",
                List.of(event.name() + " is coming up. Here is what you need."));
    }

    private static Words change(Facts facts, Gathering event) {
        return facts.reminder().byGuest() ? otherPlace(facts, event) : news(facts, event);
    }

    private static Words otherPlace(Facts facts, Gathering event) {
        String how = facts.registration().attendance() == Attendance.VIRTUAL ? "online" : "in person";
        return new Words(
                "You take part " + how + ": " + event.name(),
                "The new entry for your calendar comes with this mail.",
                List.of(
                        "You now take part in " + event.name() + " " + how + ", as you asked.",
                        "The calendar entry in this mail replaces the old one."));
    }

    private static Words news(Facts facts, Gathering event) {
        List<String> news = new ArrayList<>();
        news.add("Something about " + event.name() + " has changed.");
        facts.reminder().detail().lines().forEach(news::add);
        news.add("Your registration stays as it is; the calendar entry in this mail replaces the old one.");
        return new Words("Changed: " + event.name(), news.get(1), List.copyOf(news));
    }

    private static Words cancellation(Facts facts, Gathering event) {
        return facts.reminder().byGuest()
                ? new Words(
                        "Your registration is cancelled: " + event.name(),
                        "Your seat is free for someone else.",
                        List.of(
                                "Your seat at " + event.name() + " is given back, as you asked.",
                                "This mail takes the entry out of your calendar. If it was a mistake, the link in your"
                                        + " invitation still works."))
                : new Words(
                        "Cancelled: " + event.name(),
                        "It will not take place.",
                        List.of(
                                event.name() + " will not take place. We are sorry.",
                                "This mail takes the entry out of your calendar. You need not do anything."));
    }
}
