package dev.usher.invitation.postgres;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.databind.json.JsonMapper;

/** Reads and binds columns by name, null being a value like any other. */
final class Columns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Columns() {}

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static @Nullable String maybe(Readable row, String column) {
        return row.get(column, String.class);
    }

    static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(maybeTime(row, column), column);
    }

    static @Nullable Instant maybeTime(Readable row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static <T> T json(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(maybeJson(row, column, type), column);
    }

    static <T> @Nullable T maybeJson(Readable row, String column, Class<T> type) {
        Json json = row.get(column, Json.class);
        return json == null ? null : JSON.readValue(json.asString(), type);
    }

    /** Binds {@code value}, or NULL of that type. */
    static GenericExecuteSpec bind(GenericExecuteSpec sql, String name, @Nullable Object value, Class<?> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Json json(@Nullable Object value) {
        return value == null ? null : Json.of(JSON.writeValueAsString(value));
    }
}
