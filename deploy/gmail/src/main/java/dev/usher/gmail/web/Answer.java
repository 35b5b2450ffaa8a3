package dev.usher.gmail.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes back. The body is written when it is due, so that a large one need not be in memory.
 *
 * @param length of the body in bytes as the JDK's server counts: 0 = not known yet, -1 = there is none
 */
record Answer(int status, String type, long length, Map<String, String> headers, Body body) {
    static final JsonMapper JSON = new JsonMapper();

    /** Writes the body. */
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    static Answer json(int status, Object value) {
        return bytes(status, "application/json; charset=UTF-8", JSON.writeValueAsBytes(value));
    }

    static Answer streamed(String type, Body body) {
        return new Answer(200, type, 0, Map.of(), body);
    }

    static Answer problem(int status, String title, String detail) {
        var problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return bytes(status, "application/problem+json", JSON.writeValueAsBytes(problem));
    }

    static Answer html(int status, String page) {
        return bytes(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(int status, String type, byte[] bytes) {
        return new Answer(status, type, bytes.length == 0 ? -1 : bytes.length, Map.of(), out -> out.write(bytes));
    }

    static Answer nothing() {
        return new Answer(204, "", -1, Map.of(), _ -> {});
    }

    static Answer seeOther(String where) {
        return new Answer(303, "", -1, Map.of("Location", where), _ -> {});
    }

    Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, length, more, body);
    }
}
