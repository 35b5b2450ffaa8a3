package dev.usher.gmail;

import static dev.usher.gmail.Gmails.ANA;
import static dev.usher.gmail.Gmails.MARIA;
import static dev.usher.gmail.Gmails.draft;
import static dev.usher.gmail.Gmails.mail;
import static dev.usher.gmail.Gmails.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultScriptTest {
    private static final Duration HANG = Duration.ofMillis(300);

    private final GmailEmulator emulator;
    private final Gmail.Users gmail;
    private final Draft made;

    FaultScriptTest(@TempDir Path dir) throws IOException {
        emulator = GmailEmulator.start(dir, 0, Clock.systemUTC(), HANG);
        gmail = Gmails.client(emulator).users();
        made = gmail.drafts().create(ANA, draft(mail("Summit"))).execute();
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
    }

    private Message send() throws IOException {
        return gmail.drafts()
                .send(ANA, draft(mail("Summit")).setId(made.getId()))
                .execute();
    }

    private GoogleJsonError failing(FaultKind kind) {
        emulator.faults().add(List.of(Fault.once("drafts.send", kind)));
        return refusal(this::send).getDetails();
    }

    private void theDraftIsUntouchedAndCanBeSent() throws IOException {
        assertThat(emulator.mails(MARIA)).isEmpty();
        send();
        assertThat(emulator.mails(MARIA)).hasSize(1);
    }

    private void theMailWasSentOnceAllTheSame() {
        assertThat(refusal(this::send).getStatusCode()).isEqualTo(404);
        assertThat(emulator.mails(MARIA)).hasSize(1);
    }

    @Test
    void aBurstIs429AndPasses() throws IOException {
        var error = failing(FaultKind.BURST);
        assertThat(error.getCode()).isEqualTo(429);
        assertThat(error.getMessage()).startsWith("Too many concurrent requests");
        assertThat(error.getErrors().getFirst().getReason()).isEqualTo("rateLimitExceeded");
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void theCapOfTheDayIsA429OfAnotherKind() throws IOException {
        var error = failing(FaultKind.DAILY);
        assertThat(error.getCode()).isEqualTo(429);
        assertThat(error.getMessage()).startsWith("User-rate limit exceeded").contains("(Mail sending)");
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void theQuotaOfAMinuteIs403RateLimitExceeded() throws IOException {
        var error = failing(FaultKind.FORBIDDEN);
        assertThat(error.getCode()).isEqualTo(403);
        assertThat(error.getErrors().getFirst().getReason()).isEqualTo("rateLimitExceeded");
        assertThat(error.getErrors().getFirst().getDomain()).isEqualTo("usageLimits");
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void aRevokedTokenIs401() throws IOException {
        emulator.faults().add(List.of(Fault.once("*", FaultKind.UNAUTHORIZED).times(2)));
        // The JDK's connection throws the body of a 401 to a POST away, so Google's client has no details then.
        assertThat(refusal(this::send).getStatusCode()).isEqualTo(401);
        var error = refusal(() -> gmail.getProfile(ANA).execute()).getDetails();
        assertThat(error.getErrors().getFirst().getReason()).isEqualTo("authError");
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void a500BeforeHasDoneNothing() throws IOException {
        assertThat(failing(FaultKind.FAIL_BEFORE).getCode()).isEqualTo(500);
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void a500AfterHasSentTheMail() {
        assertThat(failing(FaultKind.FAIL_AFTER).getCode()).isEqualTo(500);
        theMailWasSentOnceAllTheSame();
    }

    @Test
    void aHangingCallIsNotAnsweredAndDoesNothing() throws IOException {
        long start = System.nanoTime();
        assertThat(failing(FaultKind.HANG).getCode()).isEqualTo(504);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(HANG);
        theDraftIsUntouchedAndCanBeSent();
    }

    @Test
    void aDroppedConnectionHidesThatTheMailWasSent() {
        emulator.faults().add(List.of(Fault.once("drafts.send", FaultKind.DROP)));
        var http = Http.to(emulator.url());
        assertThatThrownBy(
                        () -> http.post("/gmail/v1/users/" + ANA + "/drafts/send", "{\"id\":\"" + made.getId() + "\"}"))
                .isInstanceOf(UncheckedIOException.class);
        theMailWasSentOnceAllTheSame();
    }

    @Test
    void aPersonMayDeleteTheDraftJustBeforeItIsSent() {
        assertThat(failing(FaultKind.DELETE_DRAFT).getCode()).isEqualTo(404);
        assertThat(emulator.mails(MARIA)).isEmpty();
        assertThat(emulator.mails(ANA)).isEmpty();
    }

    @Test
    void historyMayExpire() throws IOException {
        var before = gmail.getProfile(ANA).execute().getHistoryId();
        emulator.faults().add(List.of(Fault.once("history.list", FaultKind.EXPIRE_HISTORY)));
        assertThat(refusal(() -> gmail.history()
                                .list(ANA)
                                .setStartHistoryId(before)
                                .execute())
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aFaultStrikesAsOftenAsItSaysAndOnlyWhomItSays() throws IOException {
        emulator.faults()
                .add(List.of(
                        Fault.once("getProfile", FaultKind.FAIL_BEFORE).times(2).forUser(MARIA)));
        gmail.getProfile(ANA).execute();
        assertThat(refusal(() -> gmail.getProfile(MARIA).execute()).getStatusCode())
                .isEqualTo(500);
        assertThat(refusal(() -> gmail.getProfile(MARIA).execute()).getStatusCode())
                .isEqualTo(500);
        gmail.getProfile(MARIA).execute();
        assertThat(emulator.faults().remaining()).isEmpty();
    }
}
