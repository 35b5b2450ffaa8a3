package dev.usher.catalog;

import dev.usher.catalog.Details.Audience;
import dev.usher.catalog.Details.Deadline;
import dev.usher.catalog.Details.Host;
import dev.usher.catalog.Details.Offer;
import dev.usher.catalog.Details.Session;
import dev.usher.contracts.places.Countries;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the details out of an announcement, noting every fault in its form. */
final class DetailsReader {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

    private final Form form;

    DetailsReader(Form form) {
        this.form = form;
    }

    /** Null only if a fault was noted; where it is not null, there may be faults nevertheless. */
    @Nullable Details read(Announcement said) {
        String name = form.line("name", form.required("name", said.name()));
        String series = form.line("series", said.series());
        EventType type = form.choice("type", form.required("type", said.type()), EventType.class);
        String description = form.text("description", said.description());
        ZoneId zone = zone(form.required("timeZone", said.timeZone()));
        Span span = Span.read(form, said.startsAt(), said.endsAt(), zone);
        EventFormat format = form.choice("format", form.required("format", said.format()), EventFormat.class);
        Venue venue = venue(said.venue());
        List<String> topics = form.lines("topics", said.topics());
        List<Session> sessions = form.each("sessions", said.sessions(), new AgendaReader(span, zone)::read);
        Audience audience = audience(said.audience());
        String registrationUrl = link(form, "registrationUrl", said.registrationUrl());
        Offer offer = offer(said.offer());
        List<Deadline> deadlines = form.each("deadlines", said.deadlines(), DetailsReader::deadline);
        Integer capacity = capacity(said.capacity());
        Host host = host(said.host());
        FollowUp followUp = followUp(said.followUp());
        return name == null || type == null || zone == null || span == null || format == null
                ? null
                : new Details(
                        name,
                        series,
                        type,
                        description,
                        span.startsAt(),
                        span.endsAt(),
                        zone,
                        format,
                        venue,
                        topics,
                        sessions,
                        audience,
                        registrationUrl,
                        offer,
                        deadlines,
                        capacity,
                        host,
                        followUp);
    }

    private @Nullable ZoneId zone(@Nullable String said) {
        return form.as("timeZone", said, Times::zone, "an IANA time zone such as Europe/Brussels");
    }

    private @Nullable Venue venue(@Nullable Venue said) {
        if (said == null) {
            return null;
        }
        Form part = form.in("venue");
        Venue venue = new Venue(
                part.line("name", said.name()),
                part.line("city", said.city()),
                part.line("region", said.region()),
                part.as("country", said.country(), Countries::parse, "a country, by its English name or ISO code"));
        return venue.equals(Venue.UNKNOWN) ? null : venue;
    }

    private @Nullable Audience audience(Announcement.@Nullable Audience said) {
        if (said == null) {
            return null;
        }
        Form part = form.in("audience");
        Audience audience = new Audience(
                part.lines("industries", said.industries()),
                part.lines("regions", said.regions()),
                part.lines("roles", said.roles()),
                part.lines("companySizes", said.companySizes()));
        return audience.equals(Audience.EVERYONE) ? null : audience;
    }

    /** An offer that has only a code is told by its code. */
    private @Nullable Offer offer(Announcement.@Nullable Offer said) {
        if (said == null) {
            return null;
        }
        Form part = form.in("offer");
        String text = part.line("text", said.text());
        String code = part.line("code", said.code());
        LocalDate expiresOn = day(part, "expiresOn", said.expiresOn());
        if (text == null && code == null) {
            return null;
        }
        return new Offer(text == null ? "Code " + code : text, code, expiresOn);
    }

    /** A deadline of which the day or the meaning is unknown tells a guest nothing. */
    private static @Nullable Deadline deadline(Form part, Announcement.Deadline said) {
        String text = part.line("text", said.text());
        LocalDate on = day(part, "on", said.on());
        return text == null || on == null ? null : new Deadline(text, on);
    }

    private @Nullable Integer capacity(@Nullable Integer said) {
        if (said != null && said < 1) {
            form.wrong("capacity", "must be at least 1");
        }
        return said;
    }

    /** A host whose name is unknown goes by the address. */
    private @Nullable Host host(Announcement.@Nullable Host said) {
        if (said == null) {
            return null;
        }
        Form part = form.in("host");
        String name = part.line("name", said.name());
        String email = part.as("email", said.email(), DetailsReader::address, "an e-mail address");
        String known = name == null ? email : name;
        return known == null ? null : new Host(known, email);
    }

    private @Nullable FollowUp followUp(@Nullable FollowUp said) {
        if (said == null) {
            return null;
        }
        Form part = form.in("followUp");
        FollowUp links = new FollowUp(
                link(part, "recordingUrl", said.recordingUrl()), link(part, "surveyUrl", said.surveyUrl()));
        return links.equals(FollowUp.NONE) ? null : links;
    }

    private static @Nullable String link(Form form, String field, @Nullable String said) {
        return form.as(field, said, Links::absolute, Links.ABSOLUTE);
    }

    private static @Nullable LocalDate day(Form form, String field, @Nullable String said) {
        return form.as(field, said, Times::day, "a day such as 2027-02-15");
    }

    private static Optional<String> address(String said) {
        return Optional.of(said).filter(text -> ADDRESS.matcher(text).matches());
    }
}
