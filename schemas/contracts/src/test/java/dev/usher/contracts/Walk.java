package dev.usher.contracts;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Every schema within a schema, each named one once. */
final class Walk {

    private final Set<String> seen = new HashSet<>();

    static Stream<Schema> through(Schema schema) {
        return new Walk().from(schema);
    }

    private Stream<Schema> from(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                seen.add(schema.getFullName())
                        ? and(schema, schema.getFields().stream().map(Field::schema))
                        : Stream.empty();
            case ARRAY -> and(schema, Stream.of(schema.getElementType()));
            case MAP -> and(schema, Stream.of(schema.getValueType()));
            case UNION -> and(schema, schema.getTypes().stream());
            default -> Stream.of(schema);
        };
    }

    private Stream<Schema> and(Schema schema, Stream<Schema> within) {
        return Stream.concat(Stream.of(schema), within.flatMap(this::from));
    }
}
