package dev.usher.gmail.web;

import com.sun.net.httpserver.HttpExchange;

/** A page on another site must not send mail through a reader's browser. */
final class Origin {
    private Origin() {}

    /** A change asked for by a page that is not ours. Programs send no Origin. */
    static boolean isForeign(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var origin = headers.getFirst("Origin");
        boolean reads = exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
        return !reads && origin != null && !origin.equals("http://" + headers.getFirst("Host"));
    }

    static Answer refusal() {
        return Answer.problem(403, "Forbidden", "A page of another origin may not change a mailbox.");
    }
}
