package dev.usher.gmail.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path with {@code {variables}}.
 *
 * @param operation as the fault script names it, or empty outside Gmail's protocol
 */
record Route(String method, String[] pattern, String operation, Handler handler) {

    /** Answers a call. */
    interface Handler {
        Answer answer(Request request);
    }

    static Route of(String method, String pattern, String operation, Handler handler) {
        return new Route(method, pattern.split("/", -1), operation, handler);
    }

    static Route get(String pattern, Handler handler) {
        return of("GET", pattern, "", handler);
    }

    static Route post(String pattern, Handler handler) {
        return of("POST", pattern, "", handler);
    }

    /** The variables of the path, or empty where it is another's. */
    Optional<Map<String, String>> match(String path) {
        var parts = path.split("/", -1);
        if (parts.length != pattern.length) {
            return Optional.empty();
        }
        var vars = new HashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{")) {
                vars.put(
                        pattern[i].substring(1, pattern[i].length() - 1), Request.decode(parts[i].replace("+", "%2B")));
            } else if (!pattern[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(vars);
    }
}
