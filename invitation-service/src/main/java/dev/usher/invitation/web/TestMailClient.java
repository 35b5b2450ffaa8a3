package dev.usher.invitation.web;

import dev.usher.invitation.Draft;
import dev.usher.invitation.Invitation;
import dev.usher.invitation.TestMails;
import dev.usher.rest.Problem;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Hands a draft to delivery-service, which has the mailboxes. */
final class TestMailClient implements TestMails {

    private static final String AWAY = "The mailbox does not answer; try again.";

    private final WebClient http;

    TestMailClient(WebClient http) {
        this.http = http;
    }

    /** @param mailbox whose mailbox it comes from and goes to */
    record Body(
            String mailbox,
            String invitationId,
            String kind,
            int number,
            int revision,
            String subject,
            String html,
            String text) {}

    @Override
    public Mono<Void> send(String mailbox, Invitation i, Draft draft) {
        Body body = new Body(
                mailbox,
                i.id(),
                i.occasion().kind().name(),
                i.occasion().number(),
                i.revision(),
                draft.mail().subject(),
                draft.mail().html(),
                draft.mail().text());
        return http.post()
                .uri("/internal/test-mails")
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .timeout(Clients.PATIENCE)
                .onErrorMap(WebClientResponseException.class, e -> Clients.told(e, AWAY))
                .onErrorMap(
                        e -> e instanceof WebClientRequestException || e instanceof TimeoutException,
                        e -> Problem.unavailable(AWAY))
                .then();
    }
}
