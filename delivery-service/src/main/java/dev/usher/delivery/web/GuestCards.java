package dev.usher.delivery.web;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.PickedSession;
import dev.usher.delivery.Registration;
import dev.usher.delivery.Times;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a guest's view into words. */
@Component
class GuestCards {

    private static final int LONGEST_AGENDA = 60;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String ours;

    GuestCards(@Value("${usher.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.ours = publicUrl.toString();
    }

    /** @param nothing why her answer changed nothing; null = it did, or she only looks */
    GuestCard card(View view, String token, @Nullable String nothing) {
        Gathering event = view.event();
        Registration seat = view.seat();
        boolean coming = seat != null && seat.status().coming();
        Set<String> picks =
                view.invited().sessions().stream().map(PickedSession::id).collect(Collectors.toSet());
        String outside = outside(event);
        return new GuestCard(
                "/r/" + token,
                greeting(view.invited().guest().name()),
                event.name(),
                event.type().toLowerCase(Locale.ROOT),
                Times.range(event.startsAt(), event.endsAt(), event.zone()),
                Times.inHerZone(event.startsAt(), event.endsAt(), event.zone(), view.zone())
                        .orElse(""),
                event.where(),
                nothing == null ? banner(view) : nothing,
                tone(view),
                event.format() == Gathering.Format.HYBRID,
                virtual(view),
                coming,
                !event.cancelled() && !event.over(view.now()),
                view.full() && !coming,
                choices(view, picks, true),
                event.sessions().size() > LONGEST_AGENDA ? List.of() : choices(view, picks, false),
                outside,
                outside == null
                        ? ""
                        : Objects.requireNonNullElse(URI.create(outside).getHost(), outside),
                google(event),
                view.invited().host(),
                view.invited().sender());
    }

    private static String greeting(@Nullable String name) {
        return name == null || name.isBlank() ? "Hello" : "Hi " + name.strip().split("\\s+")[0];
    }

    /** Null where we register ourselves. */
    @Nullable String outside(Gathering event) {
        String url = event.registrationUrl();
        return url == null || url.startsWith(ours) ? null : url;
    }

    private static String banner(View view) {
        if (view.event().cancelled()) {
            return "This event was cancelled.";
        }
        Registration seat = view.seat();
        String said = seat == null
                ? ""
                : switch (seat.status()) {
                    case REGISTERED -> "You're in" + how(view.event(), seat) + ".";
                    case WAITLISTED -> "You are on the waiting list. We write as soon as a seat is free.";
                    case DECLINED -> "You said that you can't make it. You can still change your mind.";
                    case CANCELLED -> "Your registration is cancelled. You can still change your mind.";
                    case ATTENDED -> "Thank you for having been there.";
                    case NO_SHOW -> "We missed you.";
                };
        boolean late =
                view.event().over(view.now()) && (seat == null || seat.status().coming());
        return late ? "This event is over." : said;
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

    private static boolean virtual(View view) {
        Registration seat = view.seat();
        Attendance chosen =
                seat == null || seat.attendance() == null ? view.invited().suggested() : seat.attendance();
        return chosen == Attendance.VIRTUAL;
    }

    private static List<GuestCard.Choice> choices(View view, Set<String> picks, boolean picked) {
        return view.event().sessions().stream()
                .filter(session -> picks.contains(session.id()) == picked)
                .map(session -> choice(view, session, picked))
                .toList();
    }

    private static GuestCard.Choice choice(View view, Gathering.Slot session, boolean picked) {
        Registration seat = view.seat();
        boolean chosen = seat == null || !seat.status().coming()
                ? picked
                : seat.sessions().contains(session.id());
        String because = view.invited().sessions().stream()
                .filter(pick -> pick.id().equals(session.id()))
                .map(PickedSession::because)
                .findFirst()
                .orElse("");
        return new GuestCard.Choice(
                session.id(),
                session.title(),
                Times.brief(session.startsAt(), view.event().zone()),
                because,
                chosen);
    }

    private static String google(Gathering event) {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(event.name()) + "&dates="
                + stamp(event.startsAt()) + "/" + stamp(event.endsAt()) + "&location=" + encoded(event.where());
    }

    private static String stamp(Instant at) {
        return STAMP.format(at);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
