package dev.usher.matching.scoring;

import dev.usher.matching.Attendance;
import dev.usher.matching.Contribution.Criterion;
import dev.usher.matching.Event;
import dev.usher.matching.Event.Format;
import dev.usher.matching.Guest;
import dev.usher.matching.Place;
import dev.usher.matching.scoring.Geography.Distance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to an event: what it weighs, and whether a room or a screen suits this customer better. */
final class Journey {

    private final Event event;
    private final Geography geography;

    Journey(Event event, Geography geography) {
        this.event = event;
        this.geography = geography;
    }

    Feature of(Guest guest) {
        Place home = guest.customer().location();
        Distance distance = geography.between(home, event.venue());
        double value = value(distance);
        return new Feature(
                Criterion.GEOGRAPHY,
                value,
                () -> text(distance, home),
                () -> "home '" + Geography.label(home) + "' - venue '" + Geography.label(event.venue()) + "'");
    }

    Attendance attendance(Guest guest) {
        return switch (event.format()) {
            case IN_PERSON -> Attendance.IN_PERSON;
            case VIRTUAL -> Attendance.VIRTUAL;
            case HYBRID -> inPerson(guest) ? Attendance.IN_PERSON : Attendance.VIRTUAL;
        };
    }

    /** Empty = the event leaves no choice. */
    Optional<String> attendanceWhy(Guest guest) {
        return event.format() == Format.HYBRID ? Optional.of(why(guest)) : Optional.empty();
    }

    private boolean inPerson(Guest guest) {
        return switch (distance(guest)) {
            case SAME_CITY, SAME_REGION -> true;
            case SAME_COUNTRY, SAME_CONTINENT, FAR -> PastAttendance.cameInPersonToTheSeries(event, guest);
            case UNKNOWN -> false;
        };
    }

    private String why(Guest guest) {
        String venue = Geography.shortLabel(event.venue());
        String home = Geography.shortLabel(guest.customer().location());
        return switch (distance(guest)) {
            case SAME_CITY -> "in person likely better fit: it takes place in " + venue + ", where they are";
            case SAME_REGION -> "in person likely better fit: " + venue + " is within reach of " + home;
            case SAME_COUNTRY, SAME_CONTINENT, FAR ->
                inPerson(guest)
                        ? "in person likely better fit: they came to an earlier " + event.series() + " in person"
                        : "virtual likely better fit: " + venue + " is a journey from " + home;
            case UNKNOWN -> "virtual is open to them wherever they are";
        };
    }

    private Distance distance(Guest guest) {
        return geography.between(guest.customer().location(), event.venue());
    }

    private double value(Distance distance) {
        return switch (event.format()) {
            case VIRTUAL -> 0;
            case HYBRID ->
                switch (distance) {
                    case SAME_CITY -> 0.8;
                    case SAME_REGION -> 0.5;
                    case SAME_COUNTRY, SAME_CONTINENT -> -0.1;
                    case FAR -> -0.2;
                    case UNKNOWN -> 0;
                };
            case IN_PERSON ->
                switch (distance) {
                    case SAME_CITY -> 1;
                    case SAME_REGION -> 0.6;
                    case SAME_COUNTRY -> -0.1;
                    case SAME_CONTINENT -> -0.4;
                    case FAR -> -0.9;
                    case UNKNOWN -> 0;
                };
        };
    }

    private String text(Distance distance, @Nullable Place home) {
        String venue = Geography.shortLabel(event.venue());
        String screen = event.format() == Format.HYBRID ? ", but it can be joined virtually" : "";
        return switch (distance) {
            case SAME_CITY -> "Takes place in " + venue + ", where they are";
            case SAME_REGION -> "Takes place in " + venue + ", within reach of " + Geography.shortLabel(home);
            case SAME_COUNTRY, SAME_CONTINENT, FAR ->
                venue + " is a journey from " + Geography.shortLabel(home) + screen;
            case UNKNOWN -> "";
        };
    }
}
