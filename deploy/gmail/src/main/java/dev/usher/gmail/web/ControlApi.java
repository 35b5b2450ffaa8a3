package dev.usher.gmail.web;

import dev.usher.gmail.Fault;
import dev.usher.gmail.FaultKind;
import dev.usher.gmail.Faults;
import dev.usher.gmail.post.Bounce;
import dev.usher.gmail.post.Correspondence;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests and the launcher see and steer: the mailboxes from outside, and the fault script. */
final class ControlApi {
    private final PostOffice office;
    private final Correspondence correspondence;
    private final Faults faults;
    private final Set<String> operations;

    /** @param operations the names that a fault script may use */
    ControlApi(PostOffice office, Correspondence correspondence, Faults faults, Set<String> operations) {
        this.office = office;
        this.correspondence = correspondence;
        this.faults = faults;
        this.operations = operations;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", _ -> Answer.json(200, java.util.Map.of("status", "UP"))),
                Route.get("/mailboxes", _ -> mailboxes()),
                Route.get("/mailboxes/{user}/messages", this::messages),
                Route.post("/mailboxes/{user}/messages/{id}/reply", this::reply),
                Route.post("/mailboxes/{user}/messages/{id}/out-of-office", this::outOfOffice),
                Route.post("/mailboxes/{user}/messages/{id}/bounce", this::bounce),
                Route.get("/faults", _ -> script()),
                Route.post("/faults", this::add),
                Route.of("DELETE", "/faults", "", _ -> clear()));
    }

    private Answer mailboxes() {
        var node = GmailJson.object();
        var items = node.putArray("items");
        office.users().forEach(it -> items.addObject().put("user", it));
        return Answer.json(200, node);
    }

    /** Oldest first. A mailbox that nobody has used yet is empty. */
    private Answer messages(Request request) {
        var user = Owner.named(request);
        var messages = office.has(user) ? office.messages(user) : List.<Message>of();
        return Answer.streamed("application/json; charset=UTF-8", out -> write(messages, out));
    }

    private void write(List<Message> messages, OutputStream out) throws IOException {
        out.write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        var separator = "";
        for (var message : messages) {
            out.write(separator.getBytes(StandardCharsets.UTF_8));
            out.write(Answer.JSON.writeValueAsBytes(item(message)));
            separator = ",";
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode item(Message message) {
        var bytes = office.bytes(message);
        var mail = Part.of(bytes);
        var node = GmailJson.brief(message);
        var headers = node.putObject("headers");
        mail.headers().reversed().forEach(it -> headers.put(it.name(), it.value()));
        return node.put("text", mail.shown("text/plain"))
                .put("html", mail.shown("text/html"))
                .put("raw", new String(bytes, StandardCharsets.UTF_8))
                .put("receivedAt", message.at().toString());
    }

    private Answer reply(Request request) {
        var text = request.json().path("text").asString("");
        if (text.isBlank()) {
            throw Refused.invalid("text: what is replied");
        }
        return made(correspondence.reply(Owner.named(request), request.var("id"), text));
    }

    private Answer outOfOffice(Request request) {
        var text = request.json().path("text").asString("");
        return made(correspondence.outOfOffice(Owner.named(request), request.var("id"), text));
    }

    private Answer bounce(Request request) {
        var kind = request.json().path("soft").asBoolean(false) ? Bounce.SOFT : Bounce.HARD;
        return made(correspondence.bounce(Owner.named(request), request.var("id"), kind));
    }

    private Answer made(Message message) {
        return Answer.json(201, item(message));
    }

    private Answer script() {
        var node = GmailJson.object();
        var script = node.putArray("script");
        faults.remaining()
                .forEach(it -> script.addObject()
                        .put("operation", it.operation())
                        .put("kind", it.kind().wire())
                        .put("times", it.times())
                        .put("user", it.user()));
        return Answer.json(200, node);
    }

    private Answer clear() {
        faults.clear();
        return Answer.nothing();
    }

    private Answer add(Request request) {
        var script = request.json().path("script");
        if (!script.isArray()) {
            throw Refused.invalid("script: a list is expected");
        }
        faults.add(IntStream.range(0, script.size())
                .mapToObj(i -> fault("script[" + i + "]", script.get(i)))
                .toList());
        return script();
    }

    private Fault fault(String where, JsonNode line) {
        var kind = FaultKind.of(line.path("kind").asString(""))
                .orElseThrow(() -> Refused.invalid(where + ".kind: one of " + kinds()));
        return new Fault(
                operation(where, kind, line.path("operation").asString("*")),
                kind,
                times(where, line.path("times")),
                line.path("user").asString("*").toLowerCase(Locale.ROOT));
    }

    private String operation(String where, FaultKind kind, String operation) {
        if (!operation.equals("*") && !operations.contains(operation)) {
            throw Refused.invalid(where + ".operation: * or one of " + String.join(", ", operations));
        }
        if (kind == FaultKind.DELETE_DRAFT && !operation.equals("*") && !FaultyLine.DRAFT_NAMING.contains(operation)) {
            throw Refused.invalid(where + ".operation: " + operation + " names no draft that could be deleted");
        }
        return operation;
    }

    private static int times(String where, JsonNode times) {
        if (times.isMissingNode()) {
            return 1;
        }
        if (!times.isInt() || times.intValue() < 1) {
            throw Refused.invalid(where + ".times: a whole number from 1 on");
        }
        return times.intValue();
    }

    private static String kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::wire).collect(Collectors.joining(", "));
    }
}
