package dev.usher.messaging;

import static io.apicurio.registry.resolver.config.SchemaResolverConfig.AUTO_REGISTER_ARTIFACT;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.CANONICALIZE;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.CHECK_PERIOD_MS;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.DEREFERENCE_SCHEMA;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.FAULT_TOLERANT_REFRESH;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.HTTP_ADAPTER;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.REGISTRY_URL;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.SchemaParser;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroDeserializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.AvroSerializer;
import io.apicurio.registry.serde.config.SerdeConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Records to and from Confluent's wire format (0, four bytes of schema id, Avro) by way of the registry. Thread-safe. */
public final class Avro implements AutoCloseable {

    /** An id means one schema for good; asking again only tells whether the registry was laid anew under us. */
    private static final Duration CHECK_PERIOD = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>() {
        @Override
        public SchemaParser<Schema, SpecificRecord> schemaParser() {
            return new CleanSchemas();
        }
    };
    private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>() {
        @Override
        protected SchemaLookupResult<Schema> resolve(String topic, byte[] data, ArtifactReference reference) {
            return asked(() -> super.resolve(topic, data, reference));
        }
    };

    private final Duration patience;

    /** @param registry base URL of the registry */
    public Avro(URI registry) {
        this(registry, PATIENCE);
    }

    /** @param patience how long the registry may take for one answer */
    Avro(URI registry, Duration patience) {
        this.patience = patience;
        var settings = new SerdeConfig(Map.of(
                REGISTRY_URL,
                registry + "/apis/registry/v3",
                HTTP_ADAPTER,
                "JDK",
                SerdeConfig.USE_ID,
                "contentId",
                AUTO_REGISTER_ARTIFACT,
                false,
                CANONICALIZE,
                true,
                DEREFERENCE_SCHEMA,
                true,
                CHECK_PERIOD_MS,
                CHECK_PERIOD.toMillis(),
                FAULT_TOLERANT_REFRESH,
                true,
                AvroSerdeConfig.USE_SPECIFIC_AVRO_READER,
                true));
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
    }

    /** The value as the topic's subject has it registered; {@link Later} while the registry is away. */
    public byte[] encode(String topic, SpecificRecord value) {
        return asked(() -> serializer.serializeData(topic, value));
    }

    /** The record; {@link Later} while the registry is away, any other exception when the bytes are not a {@code T}. */
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) {
        return type.cast(deserializer.deserializeData(topic, bytes));
    }

    /**
     * Asks the registry: no Avro is read in here, so an I/O error means that the registry is away. Its client knows no
     * time limit, and Apicurio now and then leaves a request unanswered; without ours that would hold a partition for good.
     */
    private <R> R asked(Supplier<R> question) {
        var asking = new FutureTask<R>(question::get);
        Thread.ofVirtual().name("registry").start(asking);
        try {
            return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new Later("the registry did not answer within " + patience, silent);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Later("stopped while asking the registry", stop);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            if (away(cause)) {
                throw new Later("the registry is away: " + cause, cause);
            }
            throw cause instanceof RuntimeException reason ? reason : new IllegalStateException(cause);
        } finally {
            asking.cancel(true);
        }
    }

    private static boolean away(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(t -> t instanceof IOException
                        || (t instanceof ApiException answer && HttpAway.isAway(answer.getResponseStatusCode())));
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
