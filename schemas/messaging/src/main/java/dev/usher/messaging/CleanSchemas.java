package dev.usher.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.contracts.Schemas;
import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.ParsedSchemaImpl;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.serde.avro.AvroSchemaParser;
import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Looks a record's schema up as the registry has it: generated classes carry {@code avro.java.string}, the registered
 * schemas do not, and the lookup is by content.
 */
final class CleanSchemas extends AvroSchemaParser<SpecificRecord> {

    CleanSchemas() {
        super(new DefaultAvroDatumProvider<>(true));
    }

    @Override
    public ParsedSchema<Schema> getSchemaFromData(Record<SpecificRecord> data) {
        Schema clean = Schemas.clean(data.payload().getSchema());
        return new ParsedSchemaImpl<Schema>()
                .setParsedSchema(clean)
                .setReferenceName(clean.getFullName())
                .setSchemaReferences(List.of())
                .setRawSchema(clean.toString().getBytes(UTF_8));
    }

    @Override
    public ParsedSchema<Schema> getSchemaFromData(Record<SpecificRecord> data, boolean dereference) {
        return getSchemaFromData(data);
    }
}
