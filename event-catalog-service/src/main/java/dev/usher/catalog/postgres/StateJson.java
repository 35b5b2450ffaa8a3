package dev.usher.catalog.postgres;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How state lies in the tables. Its own mapper, so that no setting for the API changes what is on disk. */
final class StateJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private StateJson() {}

    static byte[] write(Object state) {
        return JSON.writeValueAsBytes(state);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
