package dev.usher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The conversation of the product's page, from the chat line to the registered guest, on the samples. */
class TheConversationTest {

    private static final Pattern GUEST_LINK = Pattern.compile("https?://[^\\s\"<>]+(/r/[A-Za-z0-9_.-]+)");

    private final RunningUsher usher = RunningUsher.get();
    private final Api api = usher.api();
    private final Mailbox maria = new Mailbox(usher, "maria.santos@dataflow.example");

    @Test
    void aManagerInvitesDataFlowAndMariaRegisters() {
        JsonNode shown = say(null, "Invite DataFlow to the Customer Success Summit");
        String reply = shown.path("reply").asString();
        assertThat(reply)
                .contains("I'll create a personalized invitation for DataFlow to the")
                .contains("Customer Success Summit", "San Francisco", "Maria Santos", "VP Customer Success", "Austin")
                .containsIgnoringCase("virtual likely better fit")
                .contains(
                        "Scaling CS with AI Agents",
                        "Building Executive Relationships",
                        "SaaS Customer Success Leaders")
                .contains("Sessions picked for you", "PARTNER20", "[Edit]", "[Send]");
        JsonNode invitation = shown.path("invitations").path(0);
        assertThat(invitation.path("status").asString()).isEqualTo("DRAFTED");
        assertThat(maria.received())
                .as("nothing is sent before a person says so")
                .isEmpty();

        JsonNode sent = say(shown.path("conversationId").asString(), "Send");
        assertThat(sent.path("reply").asString()).contains("Event invitation sent to Maria at DataFlow!");

        String id = invitation.path("id").asString();
        JsonNode mail = await().atMost(Duration.ofSeconds(10))
                .until(() -> maria.ofInvitation(id), found -> found.size() == 1)
                .getFirst();
        assertThat(Mailbox.header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(Mailbox.header(mail, "From")).contains("ana.ferreira@usher.example");
        registers(mail, id);

        JsonNode again = say(null, "Invite DataFlow to the Customer Success Summit");
        assertThat(again.path("reply").asString()).contains("Maria was invited on");
        assertThat(maria.ofInvitation(id)).as("asking again sends nothing").hasSize(1);
    }

    private void registers(JsonNode mail, String invitation) {
        Matcher link = GUEST_LINK.matcher(mail.path("text").asString());
        assertThat(link.find())
                .as("a registration link in " + mail.path("text").asString())
                .isTrue();
        String page = link.group(1);

        assertThat(api.get(page).status()).isEqualTo(200);
        assertThat(status(invitation)).as("looking changes nothing").isEqualTo("ACCEPTED");
        assertThat(api.post(page, "application/x-www-form-urlencoded", "action=REGISTER&attendance=VIRTUAL")
                        .ok())
                .isTrue();

        await().atMost(Duration.ofSeconds(20)).until(() -> status(invitation), "REGISTERED"::equals);
        JsonNode confirmation = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> maria.received().stream()
                                .filter(each -> Mailbox.header(each, "X-Service-Mail-Id")
                                        .startsWith(invitation + "/CONFIRMATION"))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
        assertThat(confirmation.path("raw").asString()).as("the confirmation").isNotBlank();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get("/api/customers/dataflow/event-history").text(),
                        told -> told.contains("REGISTERED"));
    }

    private String status(String invitation) {
        return api.get("/api/invitations/" + invitation).json().path("status").asString("");
    }

    private JsonNode say(@org.jspecify.annotations.Nullable String conversation, String text) {
        Map<String, Object> line = new HashMap<>();
        line.put("conversationId", conversation);
        line.put("text", text);
        Api.Answer answer = api.post("/api/chat", line);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
