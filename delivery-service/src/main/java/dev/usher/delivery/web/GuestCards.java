package dev.usher.delivery.web;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.PickedSession;
import dev.usher.delivery.Registration;
import dev.usher.delivery.Times;
import java.net.URI;
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

    private final String ours;

    GuestCards(@Value("${usher.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.ours = publicUrl.toString();
    }

    GuestCard card(View view, String token, Upshot upshot) {
        Gathering event = view.event();
        Registration seat = view.seat();
        boolean coming = seat != null && seat.status().coming();
        boolean open = !event.cancelled() && !event.over(view.now());
        String where = event.where(seat != null && coming ? seat.attendance() : null);
        Banner banner = Banner.of(view, upshot);
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
                where,
                banner.text(),
                banner.tone(),
                coming && open ? Banner.silence(view) : "",
                seat != null && coming ? Clashes.among(chosen(event, seat), event.zone()) : List.of(),
                event.format() == Gathering.Format.HYBRID,
                virtual(view),
                coming,
                open,
                seat == null || coming,
                view.full() && !coming,
                choices(view, picks, true),
                event.sessions().size() > LONGEST_AGENDA ? List.of() : choices(view, picks, false),
                outside,
                outside == null
                        ? ""
                        : Objects.requireNonNullElse(URI.create(outside).getHost(), outside),
                CalendarLink.google(event, where),
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

    private static List<Gathering.Slot> chosen(Gathering event, Registration seat) {
        return event.sessions().stream()
                .filter(session -> seat.sessions().contains(session.id()))
                .toList();
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
}
