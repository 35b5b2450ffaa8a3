package dev.usher.delivery.postgres;

import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the columns of type jsonb. */
@Component
class Json {

    private final JsonMapper mapper = JsonMapper.builder().build();

    io.r2dbc.postgresql.codec.Json write(Object value) {
        return io.r2dbc.postgresql.codec.Json.of(mapper.writeValueAsString(value));
    }

    <T> T read(io.r2dbc.postgresql.codec.Json column, Class<T> type) {
        return mapper.readValue(column.asString(), type);
    }

    <T> T read(io.r2dbc.postgresql.codec.Json column, TypeReference<T> type) {
        return mapper.readValue(column.asString(), type);
    }
}
