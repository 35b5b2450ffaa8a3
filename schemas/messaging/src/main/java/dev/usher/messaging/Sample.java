package dev.usher.messaging;

import dev.usher.contracts.Topics.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** A record of each contract, of no meaning: encoding it makes the serializer learn the schema's id. */
final class Sample {

    private Sample() {}

    static SpecificRecord of(Topic topic) throws IOException {
        Schema schema = topic.value();
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema)
                .write(new RandomData(schema, 1, 1).iterator().next(), encoder);
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        return new SpecificDatumReader<SpecificRecord>(schema).read(null, decoder);
    }
}
