package dev.usher.gmail.web;

import com.sun.net.httpserver.HttpExchange;
import dev.usher.gmail.post.Refused;
import dev.usher.gmail.post.Refused.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call, read whole. */
record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        Map<String, String> vars,
        byte[] body) {
    /** Of a body, unpacked. Gmail takes mails to 25 MB; our own are below one. */
    static final int LARGEST = 12 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    static Request of(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                parameters(uri.getRawQuery()),
                headers,
                Map.of(),
                read(exchange, headers));
    }

    private static byte[] read(HttpExchange exchange, Map<String, String> headers) throws IOException {
        InputStream in = exchange.getRequestBody();
        if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
            in = new GZIPInputStream(in);
        }
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            throw Refused.because(Why.TOO_LARGE, "Request entity too large");
        }
        return bytes;
    }

    private static Map<String, List<String>> parameters(@Nullable String query) {
        var found = new HashMap<String, List<String>>();
        if (query == null || query.isEmpty()) {
            return found;
        }
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            found.computeIfAbsent(decode(name), _ -> new ArrayList<>(1)).add(decode(value));
        }
        return found;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("The address is not well encoded");
        }
    }

    Request with(Map<String, String> found) {
        return new Request(method, path, query, headers, found, body);
    }

    /** A variable of the route's path; the route has it. */
    String var(String name) {
        return vars.getOrDefault(name, "");
    }

    @Nullable String param(String name) {
        var values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    List<String> params(String name) {
        return query.getOrDefault(name, List.of());
    }

    int number(String name, int otherwise, int most) {
        var value = param(name);
        try {
            return value == null ? otherwise : Math.clamp(Long.parseLong(value), 1, most);
        } catch (NumberFormatException e) {
            throw Refused.invalid("Invalid value at '" + name + "' (TYPE_UINT32), \"" + value + "\"");
        }
    }

    /** The fields of a submitted form. */
    Map<String, List<String>> form() {
        return parameters(new String(body, StandardCharsets.UTF_8));
    }

    JsonNode json() {
        try {
            var node = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            return node.isObject() ? node : refuse("an object was expected");
        } catch (JacksonException e) {
            return refuse(String.valueOf(e.getOriginalMessage()));
        }
    }

    private static JsonNode refuse(String why) {
        throw Refused.invalid("Invalid JSON payload received. " + why);
    }
}
