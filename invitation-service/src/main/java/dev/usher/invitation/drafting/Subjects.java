package dev.usher.invitation.drafting;

import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subject lines: one line, at most 70 characters; a follow-up has the subject of the first mail, however long. */
final class Subjects {

    static final int MOST = 70;

    /** What an edit may make of it. */
    private static final int AS_EDITED = 200;

    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d\\d) (.+)");

    private Subjects() {}

    static Said of(Facts facts, boolean picks) {
        String text = switch (facts.kind()) {
            case INVITATION -> invitation(facts.event(), picks);
            case FOLLOW_UP -> followUp(facts, picks);
            case POST_EVENT -> afterwards(facts);
        };
        return Said.of(text, "event.name", facts.event().name());
    }

    private static String invitation(Event event, boolean picks) {
        String extra = switch (event.type()) {
            case CONFERENCE -> picks ? " (sessions you'll love)" : "";
            case WEBINAR -> " (live on " + day(event) + ")";
            case ROUNDTABLE -> " (a seat at the table)";
            case MEETUP -> place(event);
        };
        return fit("You're invited: ", event, extra);
    }

    private static String followUp(Facts facts, boolean picks) {
        if (facts.firstMail() != null) {
            return Clean.line(facts.firstMail(), AS_EDITED);
        }
        return fit(picks ? "A session for you at " : "Still time to join: ", facts.event(), "");
    }

    private static String afterwards(Facts facts) {
        String seat = facts.seat() == null ? "" : facts.seat();
        return switch (seat) {
            case "ATTENDED" -> fit("Thank you for coming to ", facts.event(), "");
            case "NO_SHOW" -> fit("We missed you at ", facts.event(), "");
            default -> fit("After ", facts.event(), "");
        };
    }

    private static String day(Event event) {
        String date = dev.usher.invitation.Times.date(
                event.startsAt().atZone(event.zone()).toLocalDate());
        return date.substring(date.indexOf(' ') + 1, date.lastIndexOf(','));
    }

    private static String place(Event event) {
        Event.Venue venue = event.format() == Event.Format.VIRTUAL ? null : event.venue();
        String city = venue == null ? null : venue.city();
        return city == null ? " (" + day(event) + ")" : " (" + day(event) + " in " + city + ")";
    }

    private static String fit(String before, Event event, String after) {
        String name = yearLast(Clean.line(event.name(), 1000));
        String whole = before + name + after;
        return whole.length() <= MOST ? whole : Clean.shorten(before + name, MOST);
    }

    /** "2027 Customer Success Summit" is spoken of as "Customer Success Summit 2027". */
    private static String yearLast(String name) {
        Matcher matcher = YEAR_FIRST.matcher(name);
        return matcher.matches() ? matcher.group(2) + " " + matcher.group(1) : name;
    }
}
