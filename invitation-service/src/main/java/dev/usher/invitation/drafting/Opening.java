package dev.usher.invitation.drafting;

import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.Names;
import dev.usher.invitation.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paragraphs between greeting and sessions; each kind of mail and of event has a tone of its own. */
final class Opening {

    private final Facts facts;
    private final Event event;
    private final Because because;
    private final Details details;

    Opening(Facts facts) {
        this.facts = facts;
        this.event = facts.event();
        this.because = new Because(facts);
        this.details = new Details(facts);
    }

    List<List<Said>> paragraphs() {
        return switch (facts.kind()) {
            case INVITATION -> tidy(List.of(invitation(), reason(), parts(because.attendance())));
            case FOLLOW_UP -> tidy(List.of(followUp(), parts(because.attendance()), hurry()));
            case POST_EVENT -> tidy(List.of(List.of(afterwards()), pages()));
        };
    }

    private static List<List<Said>> tidy(List<List<Said>> paragraphs) {
        return paragraphs.stream().filter(p -> !p.isEmpty()).toList();
    }

    private List<Said> reason() {
        return parts(because.focus(), because.topics());
    }

    private List<Said> invitation() {
        return switch (event.type()) {
            case CONFERENCE -> parts(Optional.of(conference()), because.nearby());
            case WEBINAR -> parts(Optional.of(webinar()));
            case ROUNDTABLE -> parts(Optional.of(roundtable()), seats(), because.nearby());
            case MEETUP -> parts(Optional.of(meetup()), because.nearby());
        };
    }

    private Said conference() {
        return dated("I would be glad to see you at " + the() + " " + on() + in() + ".");
    }

    private Said webinar() {
        String length = Times.length(event);
        String live = switch (event.format()) {
            case VIRTUAL -> "live online";
            case HYBRID -> "in person or live online";
            case IN_PERSON -> "";
        };
        String how = Stream.of(length, live).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        String said =
                "I would like to invite you to " + the() + (how.isEmpty() ? " " : ": " + how + ", ") + on() + in();
        return Said.of(
                said + ".",
                "event.name, event.startsAt, event.endsAt, event.format",
                event.name() + ", " + event.startsAt() + ", " + event.endsAt() + ", " + event.format());
    }

    private Said roundtable() {
        return dated("I would like to keep a seat for you at " + the() + ", a conversation among peers " + on() + in()
                + ".");
    }

    private Said meetup() {
        String when = Times.evening(event) ? "on the evening of " + Times.days(event) : on();
        return dated("Will you join us at " + the() + " " + when + in() + "?");
    }

    private Optional<Said> seats() {
        Integer seats = event.capacity();
        return seats == null || seats > 40
                ? Optional.empty()
                : Optional.of(Said.of("There are " + seats + " seats at the table.", "event.capacity", seats));
    }

    private List<Said> followUp() {
        Optional<Said> session = new Picks(facts)
                .first()
                .map(f -> Said.of(
                        "There is one session at " + the() + " that I would pick for you: “"
                                + Clean.line(f.session().title(), 200) + "”.",
                        "event.sessions[" + f.session().id() + "]",
                        f.pick().score()));
        return session.isPresent() ? parts(session) : parts(Optional.of(again()), because.focus(), because.topics());
    }

    private Said again() {
        return dated("There is still time to join " + the() + " " + on() + in() + ".");
    }

    /** The nearest date after which it costs more. */
    private List<Said> hurry() {
        return details.deadlines().stream()
                .limit(1)
                .map(d -> new Said(Phrases.sentence(d.text()), d.fact()))
                .toList();
    }

    private Said afterwards() {
        String seat = facts.seat() == null ? "" : facts.seat();
        return switch (seat) {
            case "ATTENDED" -> Said.of("Thank you for coming to " + the() + ".", "registration", seat);
            case "NO_SHOW" -> Said.of("We missed you at " + the() + ".", "registration", seat);
            default -> Said.of(the(true) + " is over.", "event.endsAt", event.endsAt());
        };
    }

    private List<Said> pages() {
        List<Said> said = new ArrayList<>();
        if (event.recordingUrl() != null) {
            said.add(Said.of("The recording is ready for you.", "event.followUp.recordingUrl", event.recordingUrl()));
        }
        if (event.surveyUrl() != null) {
            said.add(Said.of(
                    "A short survey asks what you think of it.", "event.followUp.surveyUrl", event.surveyUrl()));
        }
        return said;
    }

    private Said dated(String words) {
        return Said.of(words, "event.name, event.startsAt", event.name() + ", " + event.startsAt());
    }

    private String the() {
        return the(false);
    }

    /** The name, with an article where it is one that takes it. */
    private String the(boolean first) {
        return Names.withArticle(event.name(), first);
    }

    private String on() {
        LocalDate day = event.startsAt().atZone(event.zone()).toLocalDate();
        return "on " + (Times.oneDay(event) ? Times.date(day) : Times.days(event));
    }

    private String in() {
        String city = city();
        return city == null ? "" : " in " + city;
    }

    private @Nullable String city() {
        return event.venue() == null || event.format() == Event.Format.VIRTUAL
                ? null
                : event.venue().city();
    }

    @SafeVarargs
    private static List<Said> parts(Optional<Said>... parts) {
        return List.of(parts).stream().flatMap(Optional::stream).toList();
    }
}
