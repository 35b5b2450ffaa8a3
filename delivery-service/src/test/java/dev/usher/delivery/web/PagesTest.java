package dev.usher.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.delivery.Attendance;
import dev.usher.delivery.Gathering;
import dev.usher.delivery.Guest;
import dev.usher.delivery.GuestPage.View;
import dev.usher.delivery.Invited;
import dev.usher.delivery.Kind;
import dev.usher.delivery.MailId;
import dev.usher.delivery.PickedSession;
import dev.usher.delivery.Registration;
import dev.usher.delivery.RegistrationStatus;
import dev.usher.delivery.Standing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

/** The pages as a guest sees them; they are left in target/pages to be looked at. */
class PagesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private final GuestCards cards = new GuestCards(URI.create("https://usher.example"));
    private final Pages pages = new Pages(TemplateEngine.createPrecompiled(
            null, ContentType.Html, getClass().getClassLoader(), "dev.usher.templates.delivery"));
    private final Guest guest = new Guest("summit", "dataflow", "maria", "maria@dataflow.example", "María <b>Santos");

    private static Gathering.Slot slot(String id, String title, String at) {
        return new Gathering.Slot(
                id, title, Instant.parse(at), Instant.parse(at).plusSeconds(2700));
    }

    private static Gathering summit(@Nullable String outside) {
        return new Gathering(
                "summit",
                1,
                false,
                "2027 Customer Success Summit",
                null,
                "CONFERENCE",
                Instant.parse("2027-03-15T16:00:00Z"),
                Instant.parse("2027-03-17T00:00:00Z"),
                ZoneId.of("America/Los_Angeles"),
                Gathering.Format.HYBRID,
                new Gathering.Place("Moscone West", "San Francisco", "CA", "US"),
                List.of(
                        slot("agents", "Scaling CS with AI Agents", "2027-03-15T21:00:00Z"),
                        slot("exec", "Building Executive Relationships", "2027-03-16T17:00:00Z"),
                        slot("table", "Roundtable of SaaS customer success leaders", "2027-03-16T20:00:00Z"),
                        slot("evil", "<script>alert(1)</script>", "2027-03-16T21:00:00Z"),
                        slot("late", "Late talk", "2027-03-16T21:30:00Z")),
                outside,
                300,
                null,
                null);
    }

    private View view(Gathering event, @Nullable RegistrationStatus status) {
        return view(event, status, Attendance.VIRTUAL, "agents");
    }

    private View view(Gathering event, @Nullable RegistrationStatus status, Attendance how, String... sessions) {
        Invited invited = new Invited(
                new MailId("inv", Kind.INVITATION, 1),
                guest,
                "ana@usher.example",
                "Ana Keller",
                List.of(
                        new PickedSession("agents", "Scaling CS with AI Agents", "you are scaling operations"),
                        new PickedSession("exec", "Building Executive Relationships", "your board asks for proof")),
                Attendance.VIRTUAL);
        Registration seat = status == null
                ? null
                : new Registration(guest, "inv", status, how, List.of(sessions), "PAGE", null, 0, NOW);
        return new View(invited, event, seat, ZoneId.of("America/Chicago"), false, null, NOW);
    }

    private static View barred(View view, Standing.Bar bar) {
        return new View(view.invited(), view.event(), view.seat(), view.zone(), view.full(), bar, view.now());
    }

    private String page(String name, View view) throws IOException {
        String html = Objects.requireNonNull(pages.guest(HttpStatus.OK, cards.card(view, "token", new Upshot.Shown()))
                .getBody());
        Files.writeString(Files.createDirectories(Path.of("target/pages")).resolve(name + ".html"), html);
        return html;
    }

    @Test
    void anInvitedGuestSeesWhatWhenWhereAndHerSessions() throws IOException {
        assertThat(page("invited", view(summit(null), null)))
                .contains("Monday, March 15, 2027, 9:00 AM to Tuesday, March 16, 2027, 5:00 PM PDT")
                .contains(
                        "On your clock",
                        "you are scaling operations",
                        "value=\"REGISTER\"",
                        "value=\"VIRTUAL\" checked")
                .contains("All other sessions (3)")
                .doesNotContain("<script>alert", "María <b>");
    }

    @Test
    void aRegisteredGuestSeesHerSeatAndMayCancel() throws IOException {
        assertThat(page("registered", view(summit(null), RegistrationStatus.REGISTERED)))
                .contains("You're in, online.", "Update my choices", "value=\"CANCEL\"", "calendar.ics");
    }

    @Test
    void thePlaceIsTheOneSheChose() throws IOException {
        assertThat(page("invited", view(summit(null), null)))
                .contains("<dd>Moscone West, San Francisco, CA, or online");
        assertThat(page("registered", view(summit(null), RegistrationStatus.REGISTERED)))
                .contains("<dd>Online</dd>", "location=Online\"")
                .doesNotContain("Moscone");
        assertThat(page("room", view(summit(null), RegistrationStatus.REGISTERED, Attendance.IN_PERSON, "agents")))
                .contains("<dd>Moscone West, San Francisco, CA</dd>")
                .doesNotContain("or online");
    }

    @ParameterizedTest
    @EnumSource(
            value = RegistrationStatus.class,
            names = {"DECLINED", "CANCELLED"})
    void whoDoesNotComeIsOfferedNoCalendar(RegistrationStatus status) throws IOException {
        assertThat(page(status.name(), view(summit(null), status)))
                .contains("You can still change your mind", "value=\"REGISTER\"")
                .doesNotContain("calendar");
    }

    @Test
    void severalDaysAreDaysInGooglesCalendarToo() throws IOException {
        assertThat(page("invited", view(summit(null), null))).contains("dates=20270315/20270317");
    }

    @Test
    void twoChosenSessionsAtTheSameTimeAreSaidSo() throws IOException {
        assertThat(page(
                        "clash",
                        view(summit(null), RegistrationStatus.REGISTERED, Attendance.VIRTUAL, "table", "evil", "late")))
                .contains("These two are at the same time: &lt;script")
                .contains("(Tue, Mar 16, 2:00 PM PDT) and Late talk (Tue, Mar 16, 2:30 PM PDT).")
                .doesNotContain("same time: Roundtable");
        assertThat(page("registered", view(summit(null), RegistrationStatus.REGISTERED)))
                .doesNotContain("at the same time");
    }

    @Test
    void whoWillGetNoMailIsToldWhyAndHasTheCalendarFileThere() throws IOException {
        View seated = view(summit(null), RegistrationStatus.REGISTERED);
        assertThat(page("unsubscribed", barred(seated, Standing.Bar.UNSUBSCRIBED)))
                .contains("No confirmation and no reminder will come by mail, because you unsubscribed")
                .containsSubsequence("because you unsubscribed", "/r/token/calendar.ics", "<dl>");
        assertThat(page("bounced", barred(seated, Standing.Bar.BOUNCED)))
                .contains("because mail to maria@dataflow.example came back");
        assertThat(page(
                        "unsubscribed-waiting",
                        barred(view(summit(null), RegistrationStatus.WAITLISTED), Standing.Bar.UNSUBSCRIBED)))
                .doesNotContain("We write");
        assertThat(page("registered", seated)).doesNotContain("will come by mail");
    }

    @Test
    void anOutsidePlatformIsOneTapAway() throws IOException {
        assertThat(page("outside", view(summit("https://tickets.example.com/s?a=1&b=2"), null)))
                .contains("href=\"https://tickets.example.com/s?a=1&amp;b=2\"", "Register at tickets.example.com")
                .doesNotContain("value=\"REGISTER\"");
    }

    @Test
    void aPageKeepsItsAddressToItself() {
        var answer = pages.notice(HttpStatus.NOT_FOUND, Notice.of("Title", "Text"));
        assertThat(answer.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeaders().getCacheControl()).contains("no-store");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
