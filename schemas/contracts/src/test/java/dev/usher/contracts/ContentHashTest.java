package dev.usher.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.MailKind;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentHashTest {

    static Stream<JsonNode> vectors() throws IOException {
        JsonNode file = new ObjectMapper().readTree(ContentHash.class.getResource("content-hash-vectors.json"));
        return StreamSupport.stream(file.get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithAnIndependentComputation(JsonNode vector) {
        assertThat(hash(vector)).isEqualTo(vector.get("sha256").asText());
    }

    @Test
    void hasVectorsToAgreeWith() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(8);
    }

    @Test
    void doesNotDependOnNamesForDisplay() throws IOException {
        JsonNode vector = vectors().findFirst().orElseThrow();
        Content named = Content.newBuilder(content(vector))
                .setSenderName("Ana")
                .setRecipientName("Maria Santos")
                .build();
        assertThat(ContentHash.of(named, MailKind.INVITATION, 1)).isEqualTo(hash(vector));
    }

    private static String hash(JsonNode vector) {
        MailKind kind = MailKind.valueOf(vector.get("kind").asText());
        return ContentHash.of(content(vector), kind, vector.get("number").asInt());
    }

    private static Content content(JsonNode vector) {
        return Content.newBuilder()
                .setRecipient(vector.get("recipient").asText())
                .setSender(vector.get("sender").asText())
                .setEventVersion(vector.get("eventVersion").asInt())
                .setSubject(vector.get("subject").asText())
                .setHtml(vector.get("html").asText())
                .setText(vector.get("text").asText())
                .build();
    }
}
