package dev.usher.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.Invited;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Reminder;
import dev.usher.delivery.ServiceMails.Facts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FactualServiceMailsTest {

    private static final Instant START = Instant.parse("2027-03-15T16:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(8));
    private static final Guest MARIA =
            new Guest("summit", "dataflow", "maria", "maria@dataflow.example", "Maria Santos");

    private final GuestLinks links = new GuestLinks(new byte[32]);
    private final FactualServiceMails mails = new FactualServiceMails(
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, getClass().getClassLoader(), "dev.usher.templates.delivery"),
            new PublicLinks(links, URI.create("https://usher.example")),
            new ICalendarEntry());

    private static Facts facts(Instant due) {
        Gathering event = new Gathering(
                "summit",
                1,
                false,
                "Summit",
                null,
                "CONFERENCE",
                START,
                END,
                ZoneId.of("UTC"),
                Gathering.Format.VIRTUAL,
                null,
                List.of(),
                null,
                null,
                null,
                null);
        return new Facts(
                new Reminder(new MailId("inv-1", Kind.REMINDER, 1), MARIA, due, Reminder.Status.PLANNED, "", null),
                new Registration(MARIA, "inv-1", RegistrationStatus.REGISTERED, null, List.of(), "PAGE", null, 0, due),
                event,
                new Invited(
                        new MailId("inv-1", Kind.INVITATION, 1),
                        MARIA,
                        "ana@usher.example",
                        "Ana Keller",
                        List.of(),
                        Attendance.VIRTUAL),
                null);
    }

    private String token(String door, Instant due) {
        return Pattern.compile("https://usher.example/" + door + "/(\\S+)")
                .matcher(mails.write(facts(due)).content().text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLinksLastFourHundredDaysPastTheEventAsItStands() {
        Instant weekBefore = START.minus(Duration.ofDays(7));

        assertThat(links.read(Purpose.REGISTRATION, token("r", weekBefore), END.plus(Duration.ofDays(399))))
                .isInstanceOf(GuestLinks.Genuine.class);
        assertThat(links.read(Purpose.UNSUBSCRIBE, token("u", weekBefore), END.plus(Duration.ofDays(399))))
                .isInstanceOf(GuestLinks.Genuine.class);
        assertThat(links.read(Purpose.UNSUBSCRIBE, token("u", weekBefore), END.plus(Duration.ofDays(401))))
                .isInstanceOf(GuestLinks.Expired.class);
    }

    @Test
    void aMailAfterTheEventHasLinksThatLastAsLong() {
        Instant late = END.plus(Duration.ofDays(300));

        assertThat(links.read(Purpose.UNSUBSCRIBE, token("u", late), late.plus(Duration.ofDays(399))))
                .isInstanceOf(GuestLinks.Genuine.class);
    }
}
