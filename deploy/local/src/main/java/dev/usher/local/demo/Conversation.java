package dev.usher.local.demo;

import dev.usher.local.client.Api;
import dev.usher.local.client.Terminal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One conversation with the chat, both sides printed. */
final class Conversation {

    private final Api api;
    private final Terminal terminal;
    private @Nullable String id;

    Conversation(Api api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    /** Says it and returns the whole answer. */
    JsonNode say(String text) {
        terminal.say("CSM", text);
        long asked = System.nanoTime();
        Map<String, Object> line = new HashMap<>();
        line.put("conversationId", id);
        line.put("text", text);
        Api.Answer answer = api.post("/api/chat", line);
        if (!answer.ok()) {
            throw new StoryBroken("the chat answered " + answer.status() + ": " + answer.text());
        }
        id = answer.body().path("conversationId").asString();
        terminal.say("System", answer.body().path("reply").asString());
        terminal.step("answered after " + (System.nanoTime() - asked) / 1_000_000 + " ms");
        return answer.body();
    }
}
