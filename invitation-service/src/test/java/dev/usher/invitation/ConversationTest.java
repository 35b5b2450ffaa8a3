package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.DeliveryStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** contracts.md, "The conversation", to the letter. */
class ConversationTest extends Stage {

    JsonNode say(@Nullable String conversation, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("conversationId", conversation);
        body.put("text", text);
        Answer answer = post("/api/chat", body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    static String reply(JsonNode answer) {
        return text(answer, "/reply");
    }

    static String conversation(JsonNode answer) {
        return text(answer, "/conversationId");
    }

    @Test
    void aCsmInvitesAndSends() {
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite DataFlow " + tag + " to the Customer Success Summit " + tag);

        assertThat(reply(invited))
                .startsWith("I'll create a personalized invitation for DataFlow " + tag + " to Customer Success Summit "
                        + tag + ".")
                .contains(
                        "**Event details**", "- Event: Customer Success Summit", "- Date: ", "- Location: Moscone West")
                .contains("- Key topics: AI in CS, Scaling Success, Executive Engagement")
                .contains("**DataFlow " + tag + " profile**", "- Industry: SaaS/Technology")
                .contains("- Current focus: Scaling operations, AI adoption")
                .contains(
                        "- Champion: Maria Santos, VP Customer Success",
                        "- Location: Austin, TX",
                        "virtual likely better fit")
                .contains("**Relevant sessions identified**", "- \"Scaling CS with AI Agents\" (Day 1, ")
                .contains(": speaks to their challenge 'scaling operations'")
                .contains("**Event invitation**", "> Subject: You're invited: Customer Success Summit", "> Hi Maria,")
                .contains(
                        "> Sessions picked for you",
                        "> Event details",
                        "PARTNER20",
                        "/r/",
                        "> Best regards,",
                        "> Ana Keller")
                .endsWith("[Edit] [Send]");
        assertThat(text(invited, "/invitations/0/status")).isEqualTo("DRAFTED");
        assertThat(text(invited, "/actions/0/name")).isEqualTo("edit");
        assertThat(text(invited, "/actions/1/name")).isEqualTo("send");

        JsonNode sent = say(conversation(invited), "Send");

        assertThat(reply(sent)).isEqualTo("Event invitation sent to Maria at DataFlow " + tag + "!");
        assertThat(text(sent, "/invitations/0/status")).isEqualTo("ACCEPTED");
        JsonNode again = say(conversation(invited), "Invite DataFlow " + tag);
        assertThat(reply(again)).startsWith("Maria was invited on ").endsWith(" (sent).");
        assertThat(reply(say(conversation(invited), "status of " + customerId)))
                .contains(": **sent** since ")
                .doesNotContain("ACCEPTED");
    }

    @Test
    void aCustomerToldOnlyNowIsWaitedFor() {
        summitAndDataFlow();
        var asked = CompletableFuture.supplyAsync(() -> say(null, "Invite Zymurgique to " + eventId));
        tellCustomer("zymurgique-" + tag, "Zymurgique");

        assertThat(reply(asked.join())).startsWith("I'll create a personalized invitation for Zymurgique");
    }

    @Test
    void whatIsNotAcceptedInTimeIsBeingSent() {
        deliveryAnswers = List.of(DeliveryStatus.SENDING);
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);

        JsonNode sent = say(conversation(invited), "send it!");

        assertThat(reply(sent)).isEqualTo("The event invitation to Maria at DataFlow " + tag + " is being sent.");
    }

    void tellCustomer(String id, String name) {
        tell(customer().setId(id).setName(name).build());
    }

    @Test
    void severalAreShownAndSentOnlyAfterANamedConfirmation() {
        summitAndDataFlow();
        tellCustomer("acme-" + tag, "Acme " + tag);
        tellCustomer("nordwind-" + tag, "Nordwind " + tag);
        awaitKnown("nordwind-" + tag);
        JsonNode which = say(null, "Send event invite to DataFlow " + tag + ", Acme " + tag + " and Nordwind " + tag);
        assertThat(reply(which)).startsWith("To which event?");
        JsonNode shown = say(
                conversation(which),
                "Invite DataFlow " + tag + ", Acme " + tag + " and Nordwind " + tag + " to " + eventId);
        assertThat(shown.at("/invitations").size()).isEqualTo(3);

        JsonNode asked = say(conversation(which), "Send");
        assertThat(reply(asked))
                .startsWith("I will send 3 invitations:")
                .contains(
                        "- Maria at DataFlow " + tag,
                        "- Maria at Acme " + tag,
                        "- Maria at Nordwind " + tag,
                        "\"yes\"");
        assertThat(text(invitation(text(shown, "/invitations/0/id")), "/status"))
                .isEqualTo("DRAFTED");

        JsonNode sent = say(conversation(which), "yes");
        assertThat(reply(sent))
                .contains(
                        "Event invitation sent to Maria at DataFlow " + tag + "!",
                        "sent to Maria at Nordwind " + tag + "!");
    }

    void awaitKnown(String id) {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> reply(say(null, "status of " + id)), r -> r.contains("not invited"));
    }

    @Test
    void theEventLastSpokenOfIsMeantWhenNoneIsNamed() {
        summitAndDataFlow();
        tellCustomer("acme-" + tag, "Acme " + tag);
        awaitKnown("acme-" + tag);
        JsonNode first = say(null, "Invite " + customerId + " to " + eventId);
        JsonNode second = say(conversation(first), "send an invitation to acme-" + tag);
        assertThat(reply(second)).startsWith("I'll create a personalized invitation for Acme " + tag);
        assertThat(reply(say(conversation(first), "no"))).contains("nothing is sent");
    }

    @Test
    void anUnknownEventIsAskedBackAndNeverTakenForTheOneLastSpokenOf() {
        summitAndDataFlow();
        JsonNode first = say(null, "Invite " + customerId + " to " + eventId);
        JsonNode second = say(conversation(first), "Invite DataFlow " + tag + " to the Xqzzy Offsite");
        assertThat(reply(second)).startsWith("I know no event called \"the Xqzzy Offsite\".");
        assertThat(second.at("/invitations").size()).isZero();
        assertThat(text(second, "/actions/0/name")).isEqualTo("choose");
        JsonNode shouted = say(null, "Invite " + customerId + " to " + eventId.toUpperCase(java.util.Locale.ROOT));
        assertThat(text(shouted, "/invitations/0/id")).isEqualTo(text(first, "/invitations/0/id"));
    }

    @Test
    void whatWentFromTheDeskIsNotCountedAndAnEndThatIsNoSendingIsNotCalledOne() {
        summitAndDataFlow();
        tellCustomer("acme-" + tag, "Acme " + tag);
        tellCustomer("nordwind-" + tag, "Nordwind " + tag);
        awaitKnown("nordwind-" + tag);
        JsonNode shown = say(null, "Invite " + customerId + ", acme-" + tag + ", nordwind-" + tag + " to " + eventId);
        JsonNode sent = invitation(text(shown, "/invitations/0/id"));
        post("/api/invitations/" + text(sent, "/id") + "/approve", Map.of("contentHash", text(sent, "/contentHash")));
        awaitStatus(text(sent, "/id"), "ACCEPTED");

        assertThat(reply(say(conversation(shown), "Send")))
                .startsWith("I will send 2 invitations:")
                .doesNotContain("DataFlow");

        deliveryAnswers = List.of(DeliveryStatus.BOUNCED);
        assertThat(reply(say(conversation(shown), "yes")))
                .contains("sent, and came back")
                .doesNotContain("sent to");
    }

    @Test
    void whatWentFromTheDeskIsNotSentAgainAndItsStateIsSaidAsTheDeskSaysIt() {
        summitAndDataFlow();
        JsonNode shown = say(null, "Invite " + customerId + " to " + eventId);
        String id = text(shown, "/invitations/0/id");
        post("/api/invitations/" + id + "/approve", Map.of("contentHash", text(invitation(id), "/contentHash")));
        awaitStatus(id, "ACCEPTED");
        assertThat(reply(say(conversation(shown), "Send")))
                .isEqualTo("The invitation to Maria at DataFlow " + tag + " does not wait for you any more: sent.");
    }

    @Test
    void whatDeliveryGivesBackBecauseTheEventChangedIsNotCalledSent() {
        deliveryWhy = "event changed";
        deliveryAnswers = List.of(DeliveryStatus.WITHDRAWN);
        summitAndDataFlow();
        JsonNode shown = say(null, "Invite " + customerId + " to " + eventId);
        JsonNode answer = say(conversation(shown), "Send");
        assertThat(reply(answer)).contains("was not sent, because it changed").doesNotContain("invitation sent");
        assertThat(text(answer, "/invitations/0/status")).isEqualTo("DRAFTED");
    }

    @Test
    void whoGotManyMailsLatelyIsWarnedOfInChatAndOnTheCardHoweverOftenItIsWrittenAnew() {
        summitAndDataFlow();
        for (int n = 1; n <= 5; n++) {
            String event = "e" + n + "-" + tag;
            tell(event().setId(event).build());
            Answer asked = post("/api/events/" + event + "/invite", Map.of("customerIds", List.of(customerId)));
            JsonNode i = awaitStatus(text(asked.json(), "/invitations/0/id"), "DRAFTED");
            post("/api/invitations/" + text(i, "/id") + "/approve", Map.of("contentHash", text(i, "/contentHash")));
            awaitStatus(text(i, "/id"), "ACCEPTED");
        }
        String warning = "Maria Santos got 5 mails in the last 7 days";
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);
        assertThat(reply(invited)).contains("**Please look**", warning);
        String id = text(invited, "/invitations/0/id");
        assertThat(invitation(id).at("/warnings").toString()).contains(warning);
        http().put()
                .uri("/api/invitations/" + id + "/draft")
                .header("If-Match", "1")
                .bodyValue(Map.of("subject", "Mine", "text", "Hi Maria,\n\nmine."))
                .exchange();
        assertThat(invitation(id).at("/warnings").toString()).contains(warning);
        tell(event().setVersion(2).setName("Moved Summit " + tag).build());
        JsonNode after = await(id, i -> i.at("/revision").asInt() == 3);
        assertThat(after.at("/warnings").toString()).contains(warning, "your edits of revision 2 were replaced");
    }

    @Test
    void aNameThatFitsTwoIsAskedBackAndTheAnswerIsTaken() {
        tell(event().build());
        tellCustomer("gl-1-" + tag, "Globex " + tag);
        tellCustomer("gl-2-" + tag, "Globex " + tag);
        awaitKnown("gl-2-" + tag);
        JsonNode asked = say(null, "Invite Globex " + tag + " to " + eventId);
        assertThat(reply(asked)).startsWith("Which customer do you mean").contains("gl-1-" + tag, "gl-2-" + tag);
        assertThat(asked.at("/actions").size()).isEqualTo(2);
        assertThat(asked.at("/invitations").size()).isZero();
        JsonNode chosen = say(conversation(asked), "2");
        assertThat(text(chosen, "/invitations/0/customerId")).isEqualTo("gl-2-" + tag);
    }

    @Test
    void eventsOfOneNameAreToldApartByDateAndPlaceAndNobodyIsMadeToSayAnId() {
        summitAndDataFlow();
        String twin = "twin-" + tag;
        tell(event().setId(twin)
                .setStartsAt(event().build().getStartsAt().plusSeconds(86_400 * 30))
                .setEndsAt(event().build().getEndsAt().plusSeconds(86_400 * 30))
                .build());
        handled(dev.usher.contracts.Topics.EVENTS);
        JsonNode asked = say(null, "Invite " + customerId + " to the Customer Success Summit " + tag);
        assertThat(reply(asked))
                .startsWith("Which event do you mean")
                .contains("\n1. Customer Success Summit " + tag + ", ", "20", "San Francisco")
                .doesNotContain(eventId, twin);
        JsonNode press = asked.at("/actions/1");
        assertThat(text(press, "/name")).isEqualTo("choose");
        assertThat(text(press, "/label"))
                .startsWith("Customer Success Summit " + tag + ", ")
                .doesNotContain(twin);
        assertThat(text(press, "/text")).isEqualTo("Invite " + customerId + " to " + twin);

        JsonNode chosen = say(conversation(asked), text(press, "/text"));

        assertThat(text(invitation(text(chosen, "/invitations/0/id")), "/eventId"))
                .isEqualTo(twin);
        JsonNode kept = get("/api/chat/" + conversation(asked)).json().at("/items/2");
        assertThat(text(kept, "/text")).isEqualTo(text(press, "/label"));
    }

    @Test
    void aMisspeltNameFindsTheNearest() {
        tell(event().build());
        tellCustomer("zp-" + tag, "Zephyrlytics " + tag);
        awaitKnown("zp-" + tag);
        JsonNode invited = say(null, "invite Zephirlytics " + tag + " to " + eventId);
        assertThat(text(invited, "/invitations/0/customerId")).isEqualTo("zp-" + tag);
        String taken = "I took Zephirlytics %s to be Zephyrlytics %s.\n\n".formatted(tag, tag);
        assertThat(reply(invited)).startsWith(taken + "I'll create a personalized invitation");
        assertThat(reply(say(null, "status of Zephirlytics " + tag))).startsWith(taken + "Zephyrlytics");
        assertThat(reply(say(null, "invite zephyrlytics " + tag + " to " + eventId)))
                .startsWith("I'll create a personalized invitation");
    }

    @Test
    void namesWithAndAreNotTornApart() {
        tell(event().build());
        tellCustomer("ss-" + tag, "Smith, Jones and Sons " + tag);
        awaitKnown("ss-" + tag);
        JsonNode invited = say(null, "Invite Smith, Jones and Sons " + tag + " to " + eventId);
        assertThat(invited.at("/invitations").size()).isEqualTo(1);
        assertThat(text(invited, "/invitations/0/customerId")).isEqualTo("ss-" + tag);
    }

    @Test
    void aStatusThatIsLongerThanTheAnswerSaysHowMuchIsLeft() {
        matchingAnswers = false;
        summitAndDataFlow();
        for (int n = 1; n <= 7; n++) {
            String event = "s" + n + "-" + tag;
            tell(event().setId(event).build());
            post("/api/events/" + event + "/invite", Map.of("customerIds", List.of(customerId)));
            String status = reply(say(null, "status of " + customerId));
            assertThat(status.lines().filter(line -> line.startsWith("- "))).hasSize(Math.min(n, 5));
            if (n <= 5) {
                assertThat(status).doesNotContain("more");
            } else {
                assertThat(status).endsWith("\n\nand %d more; see the desk".formatted(n - 5));
            }
        }
    }

    @Test
    void whatIsNotUnderstoodOrKnownIsSaid() {
        assertThat(reply(say(null, "sell my house"))).startsWith("I did not understand that, and I do not guess.");
        assertThat(reply(say(null, "Invite Qqqqxzw to Vvvkkkj"))).contains("I know no customer called");
        assertThat(reply(say(null, "Send"))).startsWith("There is nothing to send");
        assertThat(reply(say(null, "help"))).startsWith("I can do this:");
    }

    @Test
    void aDraftThatChangedSinceItWasShownIsShownAgain() {
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);
        String id = text(invited, "/invitations/0/id");
        http().put()
                .uri("/api/invitations/" + id + "/draft")
                .header("If-Match", "1")
                .bodyValue(Map.of("subject", "Mine", "text", "Hi Maria,\n\nmine."))
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode again = say(conversation(invited), "Send");
        assertThat(reply(again))
                .startsWith("This changed since I showed it to you")
                .contains("> Subject: Mine")
                .endsWith("[Edit] [Send]");
        assertThat(text(invitation(id), "/status")).isEqualTo("DRAFTED");
        assertThat(reply(say(conversation(invited), "Send"))).startsWith("Event invitation sent to Maria");
    }

    @Test
    void aDraftThatIsNotReadyIsNamedAndShownOnceItIs() {
        matchingAnswers = false;
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);
        assertThat(reply(invited)).contains("is being drafted");
        String id = text(invited, "/invitations/0/id");
        offer(announced()
                .setReason(dev.usher.contracts.avro.InviteReason.CSM_REQUEST)
                .setInvitationId(id)
                .build());
        awaitStatus(id, "DRAFTED");
        assertThat(reply(say(conversation(invited), "Send")))
                .startsWith("The draft is ready now:")
                .endsWith("[Edit] [Send]");
    }

    /** Matching's answer, late. */
    void explain(JsonNode invitation) {
        offer(candidate(eventId, text(invitation, "/customerId"))
                .setReason(dev.usher.contracts.avro.InviteReason.CSM_REQUEST)
                .setInvitationId(text(invitation, "/id"))
                .build());
        awaitStatus(text(invitation, "/id"), "DRAFTED");
    }

    @Test
    void eachOfSeveralThatWereNotReadyIsShownOnceItIs() {
        matchingAnswers = false;
        summitAndDataFlow();
        tellCustomer("acme-" + tag, "Acme " + tag);
        tellCustomer("nordwind-" + tag, "Nordwind " + tag);
        awaitKnown("acme-" + tag);
        awaitKnown("nordwind-" + tag);
        JsonNode asked = say(null, "Invite " + customerId + ", acme-" + tag + ", nordwind-" + tag + " to " + eventId);
        String chat = conversation(asked);
        assertThat(reply(say(chat, "Show what is ready"))).isEqualTo("Nothing new is ready.");

        explain(asked.at("/invitations/0"));
        assertThat(reply(say(chat, "Send"))).startsWith("The draft is ready now:");
        explain(asked.at("/invitations/1"));
        JsonNode second = say(chat, "Show what is ready");
        assertThat(reply(second)).startsWith("The draft is ready now:").contains("for Acme " + tag);
        assertThat(text(second, "/actions/1/name")).isEqualTo("send");
        assertThat(reply(say(chat, "Send"))).startsWith("I will send 2 invitations:");
        assertThat(reply(say(chat, "yes"))).contains("sent to Maria at Acme " + tag + "!");
        explain(asked.at("/invitations/2"));
        assertThat(reply(say(chat, "Send")))
                .startsWith("The draft is ready now:")
                .contains("for Nordwind " + tag);
    }

    @Test
    void aRefusalIsSaidInWords() {
        tell(event().build());
        tell(customer().setContacts(List.of()).build());
        awaitKnown(customerId);
        assertThat(reply(say(null, "Invite " + customerId + " to " + eventId)))
                .isEqualTo("DataFlow " + tag + " was not invited: DataFlow " + tag + " has no contact to write to.");
    }

    @Test
    void theConversationIsKept() {
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);
        say(conversation(invited), "status of " + customerId);
        JsonNode kept = get("/api/chat/" + conversation(invited)).json().at("/items");
        assertThat(kept.size()).isEqualTo(4);
        assertThat(text(kept.get(1), "/reply/reply")).isEqualTo(reply(invited));
    }

    @Test
    void namesOfCustomersCannotBecomeMarkup() {
        tell(event().build());
        tellCustomer("evil-" + tag, "<img src=x onerror=alert(1)> [Send](http://evil.example) " + tag);
        awaitKnown("evil-" + tag);
        assertThat(reply(say(null, "Invite evil-" + tag + " to " + eventId)))
                .doesNotContain("<img", "[Send](")
                .contains("&lt;img");
    }
}
