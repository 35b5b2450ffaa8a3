package dev.usher.contracts;

import dev.usher.contracts.Topics.Topic;
import org.apache.avro.Schema;

/**
 * The schemas as the registry and readers in other languages see them: complete in themselves, with every doc, default
 * and logical type, and without the generated classes' {@code avro.java.string}.
 */
public final class Schemas {

    private static final String JAVA_STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";

    private Schemas() {}

    /** The schema of a topic's values. */
    public static Schema of(Topic topic) {
        return clean(topic.value());
    }

    /** What is registered under the topic's subject: one line of JSON, the same for the same schema. */
    public static String json(Topic topic) {
        return of(topic).toString();
    }

    /** Any generated class's schema without what is of use to Java only; equal for equal contracts. */
    public static Schema clean(Schema generated) {
        return new Schema.Parser().parse(generated.toString().replace(JAVA_STRING, "\"string\""));
    }
}
