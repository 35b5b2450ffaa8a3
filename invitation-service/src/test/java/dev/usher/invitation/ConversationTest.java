package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.avro.DeliveryStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(reply(again)).startsWith("Maria was invited on ").contains("ACCEPTED");
    }

    @Test
    void whatIsNotAcceptedInTimeIsBeingSent() {
        deliveryAnswers = List.of(DeliveryStatus.SENDING);
        summitAndDataFlow();
        JsonNode invited = say(null, "Invite " + customerId + " to " + eventId);

        JsonNode sent = say(conversation(invited), "send it!");

        assertThat(reply(sent)).isEqualTo("The event invitation to Maria at DataFlow " + tag + " is being sent.");
    }
}
