package dev.usher.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.usher.contracts.Topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README says how to release; these tests say when one has to. */
class ReleasedTest {

    private static final Path RELEASED = Path.of("src/main/resources/released");
    private static final Path SUMS = Path.of("src/test/resources/released.sha256");
    private static final Path NEXT = Path.of("target/released");

    static List<Topic> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsReadTodayIncludesAllThatWasEverReleased(Topic topic) {
        List<Schema> released = released(topic);
        assertThat(released).isNotEmpty();
        assertThatCode(() -> mustRead(Schemas.of(topic), released)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsWrittenTodayWasReleased(Topic topic) throws IOException {
        String current = Schemas.of(topic).toString(true);
        if (!Objects.equals(newest(topic), current)) {
            Path next = propose(topic, current);
            fail("%s differs from its newest release; to release it: cp %s %s", topic.name(), next, target(next));
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aReleaseIsReadableByItselfInAnyLanguage(Topic topic) throws IOException {
        for (Path file : files(topic)) {
            assertThat(Files.readString(file)).doesNotContain("avro.java").endsWith("\n");
        }
    }

    /** The sums are in sha256sum's format: a release adds its line, and no line ever changes. */
    @ParameterizedTest
    @MethodSource("topics")
    void whatWasReleasedIsNeverTouched(Topic topic) throws Exception {
        List<String> sums = Files.readAllLines(SUMS);
        for (Path file : files(topic)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            String line = HexFormat.of().formatHex(digest) + "  " + RELEASED.relativize(file);
            assertThat(sums)
                    .as("%s was released: never edit it. If it is new, add its line to %s", file, SUMS)
                    .contains(line);
        }
        assertThat(sums.stream().filter(line -> line.contains("  " + topic.name() + "/")))
                .as("a released file is missing")
                .hasSameSizeAs(files(topic));
    }

    @Test
    void aBreakingChangeIsSeen() {
        Topic topic = Topics.ALL.getFirst();
        List<Schema> released = released(topic);
        List<Function<String, String>> breaking = List.of(
                json -> json.replaceFirst(
                        "\"fields\":\\[", "\"fields\":[{\"name\":\"new\",\"type\":\"string\",\"doc\":\"x\"},"),
                json -> json.replaceFirst(
                        "\"name\":\"timeZone\",\"type\":\"string\"", "\"name\":\"timeZone\",\"type\":\"int\""),
                json -> json.replaceFirst("\"name\":\"startsAt\"", "\"name\":\"beginsAt\""));
        assertThat(breaking).allSatisfy(change -> {
            String json = Schemas.json(topic);
            assertThat(change.apply(json)).isNotEqualTo(json);
            assertThatThrownBy(() -> mustRead(new Schema.Parser().parse(change.apply(json)), released))
                    .isInstanceOf(SchemaValidationException.class);
        });
    }

    @Test
    void aFieldWithADefaultMayBeAdded() {
        Topic topic = Topics.ALL.getFirst();
        String wider = Schemas.json(topic)
                .replaceFirst(
                        "\"fields\":\\[",
                        "\"fields\":[{\"name\":\"new\",\"type\":[\"null\",\"string\"],\"default\":null},");
        assertThatCode(() -> mustRead(new Schema.Parser().parse(wider), released(topic)))
                .doesNotThrowAnyException();
    }

    /** BACKWARD_TRANSITIVE, as the registry checks it. */
    private static void mustRead(Schema reader, List<Schema> released) throws SchemaValidationException {
        new SchemaValidatorBuilder().canReadStrategy().validateAll().validate(reader, released);
    }

    private static List<Schema> released(Topic topic) {
        return files(topic).stream().map(ReleasedTest::parse).toList();
    }

    private static @Nullable String newest(Topic topic) {
        List<Schema> released = released(topic);
        return released.isEmpty() ? null : released.getLast().toString(true);
    }

    /** Oldest first; they are numbered without a gap. */
    private static List<Path> files(Topic topic) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> RELEASED.resolve(topic.name()).resolve("v" + n + ".avsc"))
                .takeWhile(Files::exists)
                .toList();
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static Path propose(Topic topic, String schema) throws IOException {
        Path folder = Files.createDirectories(NEXT.resolve(topic.name()));
        Path next = folder.resolve("v" + (files(topic).size() + 1) + ".avsc");
        return Files.writeString(next, schema + "\n");
    }

    private static Path target(Path next) {
        return RELEASED.resolve(NEXT.relativize(next));
    }
}
