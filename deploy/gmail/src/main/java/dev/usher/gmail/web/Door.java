package dev.usher.gmail.web;

import com.sun.net.httpserver.HttpExchange;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/** Finds the route of a call, and lets no answer out before what it tells is on disk. */
public final class Door {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final PostOffice office;
    private final List<Route> routes;

    Door(PostOffice office, List<Route> routes) {
        this.office = office;
        this.routes = routes;
    }

    /** For one exchange. Closing it without an answer cuts the connection. */
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (NoAnswer e) {
            LOG.log(Level.DEBUG, "no answer, as the fault script says");
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        try {
            var answer = Origin.isForeign(exchange) ? Origin.refusal() : route(Request.of(exchange));
            office.settle();
            return answer;
        } catch (NoAnswer e) {
            throw e;
        } catch (Refused e) {
            return Errors.of(path, e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, exchange.getRequestMethod() + " " + path, e);
            return Errors.internal(path);
        }
    }

    private Answer route(Request request) {
        boolean known = false;
        for (var route : routes) {
            var vars = route.match(request.path());
            if (vars.isPresent() && route.method().equals(request.method())) {
                return route.handler().answer(request.with(vars.get()));
            }
            known |= vars.isPresent();
        }
        return known ? Errors.method(request.path(), request.method()) : Errors.unknown(request.path());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        if (!answer.type().isEmpty()) {
            headers.set("Content-Type", answer.type());
        }
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), answer.length());
        if (answer.length() >= 0) {
            answer.body().to(exchange.getResponseBody());
        }
    }
}
