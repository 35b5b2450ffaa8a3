package dev.usher.delivery.web;

import dev.usher.delivery.Envelopes.Unsendable;
import dev.usher.delivery.MailboxException;
import dev.usher.delivery.TestMails;
import dev.usher.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For invitation-service, not routed to the outside: a draft to its sender's own mailbox. */
@RestController
class TestMailDoor {

    private final TestMails tests;

    TestMailDoor(TestMails tests) {
        this.tests = tests;
    }

    record Body(
            @NotBlank String mailbox,
            @NotBlank String subject,
            @NotNull String html,
            @NotNull String text) {}

    @PostMapping("/internal/test-mails")
    Mono<Map<String, String>> send(@Valid @RequestBody Body body) {
        return tests.send(body.mailbox(), body.subject(), body.html(), body.text())
                .map(id -> Map.of("messageId", id))
                .onErrorMap(Unsendable.class, no -> Problem.unprocessable(String.valueOf(no.getMessage())))
                .onErrorMap(MailboxException.class, no -> Problem.unavailable(String.valueOf(no.getMessage())));
    }
}
