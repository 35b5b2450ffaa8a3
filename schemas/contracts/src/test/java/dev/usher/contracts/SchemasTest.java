package dev.usher.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final Set<String> READABLE_EVERYWHERE = Set.of("timestamp-millis", "timestamp-micros", "date");

    static List<Topic> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void sayWhatEveryRecordEnumAndFieldMeans(Topic topic) {
        assertThat(named(topic))
                .isNotEmpty()
                .allSatisfy(schema ->
                        assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank());
        assertThat(fields(topic))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void sayWhatTheKeyIs(Topic topic) {
        assertThat(Schemas.of(topic).getDoc()).contains("Topic " + topic.name()).contains("key = ");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void holdNoTimeThatJavaScriptCannotCount(Topic topic) {
        assertThat(Walk.through(Schemas.of(topic)).map(schema -> schema.getProp("logicalType")))
                .allSatisfy(logical -> assertThat(logical == null || READABLE_EVERYWHERE.contains(logical))
                        .as("%s", logical)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void promiseThatEveryLongStaysCountable(Topic topic) {
        assertThat(fields(topic).filter(field -> field.schema().getType() == Type.LONG))
                .allSatisfy(field -> assertThat(field.schema().getProp("logicalType") != null
                                || field.doc().contains("2^53"))
                        .as(field.name())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void goToTheRegistryWithoutWhatIsOfUseToJavaOnly(Topic topic) {
        String json = Schemas.json(topic);
        assertThat(json).doesNotContain("avro.java").contains("\"doc\"");
        assertThat(new Schema.Parser().parse(json)).isEqualTo(Schemas.of(topic));
        assertThat(Schemas.clean(Schemas.of(topic)).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void bindWhatAnApprovalIsAbout(Topic topic) {
        Schema schema = Schemas.of(topic);
        if (schema.getField("kind") != null
                && schema.getField("kind").schema().getName().equals("MailKind")) {
            assertThat(schema.getField("number")).isNotNull();
        }
    }

    private static Stream<Schema> named(Topic topic) {
        return Walk.through(Schemas.of(topic))
                .filter(schema -> schema.getType() == Type.RECORD || schema.getType() == Type.ENUM);
    }

    private static Stream<Field> fields(Topic topic) {
        return named(topic)
                .filter(schema -> schema.getType() == Type.RECORD)
                .flatMap(schema -> schema.getFields().stream());
    }
}
