package dev.usher.gmail.web;

import dev.usher.gmail.post.Draft;
import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gmail's REST protocol, as far as a mail program that sends for its user needs it. */
final class GmailApi {
    private static final String USER = "/gmail/v1/users/{user}/";

    private final PostOffice office;
    private final FaultyLine line;
    private final Clock clock;
    private final GmailJson json;
    private final List<Route> routes = new ArrayList<>();

    GmailApi(PostOffice office, FaultyLine line, Clock clock) {
        this.office = office;
        this.line = line;
        this.clock = clock;
        this.json = new GmailJson(office);
        mailbox();
        drafts();
        messages();
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void mailbox() {
        on("GET", "profile", "getProfile", this::profile);
        on("GET", "history", "history.list", this::history);
        on("GET", "labels", "labels.list", this::labels);
        on("POST", "watch", "watch", this::watch);
        on("POST", "stop", "stop", _ -> Answer.nothing());
        on("GET", "threads", "threads.list", this::threads);
        on("GET", "threads/{id}", "threads.get", this::thread);
    }

    private void drafts() {
        uploadable("POST", "drafts", "drafts.create", this::create);
        on("GET", "drafts", "drafts.list", this::drafts);
        uploadable("POST", "drafts/send", "drafts.send", this::sendDraft);
        on("GET", "drafts/{id}", "drafts.get", this::draft);
        uploadable("PUT", "drafts/{id}", "drafts.update", this::update);
        on("DELETE", "drafts/{id}", "drafts.delete", this::discard);
    }

    private void messages() {
        on("GET", "messages", "messages.list", this::messages);
        uploadable("POST", "messages/send", "messages.send", this::send);
        on("GET", "messages/{id}", "messages.get", this::message);
        on("DELETE", "messages/{id}", "messages.delete", this::delete);
        on("POST", "messages/{id}/modify", "messages.modify", this::modify);
        on("POST", "messages/{id}/trash", "messages.trash", r -> relabel(r, List.of(Label.TRASH), List.of()));
        on("POST", "messages/{id}/untrash", "messages.untrash", r -> relabel(r, List.of(), List.of(Label.TRASH)));
        on("GET", "messages/{id}/attachments/{part}", "messages.attachments.get", this::attachment);
    }

    private void on(String method, String path, String operation, Route.Handler handler) {
        routes.add(Route.of(method, USER + path, operation, line.through(operation, handler)));
    }

    private void uploadable(String method, String path, String operation, Route.Handler handler) {
        on(method, path, operation, handler);
        routes.add(Route.of(method, "/upload" + USER + path, operation, line.through(operation, handler)));
    }

    private static String user(Request request) {
        return Owner.of(request);
    }

    private Answer profile(Request request) {
        var profile = office.profile(user(request));
        return ok(GmailJson.object()
                .put("emailAddress", profile.user())
                .put("messagesTotal", profile.messages())
                .put("threadsTotal", profile.threads())
                .put("historyId", "" + profile.historyId()));
    }

    private Answer create(Request request) {
        var incoming = Incoming.draft(request);
        return ok(GmailJson.brief(office.create(user(request), incoming.required(), incoming.threadId())));
    }

    private Answer update(Request request) {
        var letter = Incoming.draft(request).required();
        return ok(GmailJson.brief(office.update(user(request), request.var("id"), letter)));
    }

    private Answer sendDraft(Request request) {
        var incoming = Incoming.draft(request);
        if (incoming.draftId() == null) {
            throw Refused.invalid("Invalid draft");
        }
        return ok(GmailJson.brief(office.send(user(request), incoming.draftId(), incoming.letter())));
    }

    private Answer draft(Request request) {
        return ok(json.draft(office.draft(user(request), request.var("id")), request));
    }

    private Answer discard(Request request) {
        office.discard(user(request), request.var("id"));
        return Answer.nothing();
    }

    private Answer drafts(Request request) {
        var query = Query.of(request);
        var found = office.drafts(user(request)).stream()
                .filter(it -> query.fits(it.message(), office))
                .toList();
        return page("drafts", found.reversed(), request, GmailApi::listed);
    }

    private static ObjectNode listed(Draft draft) {
        var message = draft.message();
        return GmailJson.object()
                .put("id", draft.id())
                .set("message", GmailJson.reference(message.id(), message.threadId()));
    }

    private Answer messages(Request request) {
        return page("messages", found(request), request, it -> GmailJson.reference(it.id(), it.threadId()));
    }

    /** Newest first. */
    private List<Message> found(Request request) {
        var query = Query.of(request);
        return office.messages(user(request)).stream()
                .filter(it -> query.fits(it, office))
                .toList()
                .reversed();
    }

    private Answer send(Request request) {
        var incoming = Incoming.message(request);
        return ok(GmailJson.brief(office.send(user(request), incoming.required(), incoming.threadId())));
    }

    private Answer message(Request request) {
        return ok(json.message(office.message(user(request), request.var("id")), request));
    }

    private Answer delete(Request request) {
        office.delete(user(request), request.var("id"));
        return Answer.nothing();
    }

    private Answer modify(Request request) {
        var body = request.json();
        return relabel(request, strings(body.path("addLabelIds")), strings(body.path("removeLabelIds")));
    }

    private Answer relabel(Request request, List<String> added, List<String> removed) {
        return ok(GmailJson.brief(office.relabel(user(request), request.var("id"), added, removed)));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private Answer attachment(Request request) {
        var mail = Part.of(office.bytes(office.message(user(request), request.var("id"))));
        var part = mail.find(request.var("part").replaceFirst("^part-", "")).orElseThrow(Refused::notFound);
        return ok(GmailJson.object()
                .put("size", part.bytes().length)
                .put("data", Base64.getUrlEncoder().encodeToString(part.bytes())));
    }

    private Answer threads(Request request) {
        var threads = found(request).stream().map(Message::threadId).distinct().toList();
        return page("threads", threads, request, id -> GmailJson.object().put("id", id));
    }

    private Answer thread(Request request) {
        var thread = office.thread(user(request), request.var("id"));
        var node = GmailJson.object().put("id", request.var("id"));
        node.put(
                "historyId",
                "" + thread.stream().mapToLong(Message::historyId).max().orElse(0));
        var messages = node.putArray("messages");
        thread.forEach(it -> messages.add(json.message(it, request)));
        return ok(node);
    }

    private Answer history(Request request) {
        var user = user(request);
        var now = office.profile(user).historyId();
        var label = request.param("labelId");
        var types = request.params("historyTypes");
        var found = office.history(user, start(request)).stream()
                .filter(it -> types.isEmpty() || types.contains(it.kind().name()))
                .filter(it -> label == null
                        || it.messageLabels().contains(label)
                        || it.labels().contains(label))
                .toList();
        return page(
                "history",
                found,
                request,
                GmailJson::happened,
                GmailJson.object().put("historyId", "" + now));
    }

    private static long start(Request request) {
        var start = request.param("startHistoryId");
        if (start == null) {
            throw Refused.invalid("Missing required parameter: startHistoryId");
        }
        try {
            return Long.parseUnsignedLong(start);
        } catch (NumberFormatException e) {
            throw Refused.invalid("Invalid value at 'start_history_id' (TYPE_UINT64), \"" + start + "\"");
        }
    }

    private Answer labels(Request request) {
        office.profile(user(request));
        var node = GmailJson.object();
        var labels = node.putArray("labels");
        Label.SYSTEM.forEach(
                it -> labels.addObject().put("id", it).put("name", it).put("type", "system"));
        return ok(node);
    }

    private Answer watch(Request request) {
        var profile = office.profile(user(request));
        var expiration = clock.instant().plus(Duration.ofDays(7));
        return ok(GmailJson.object()
                .put("historyId", "" + profile.historyId())
                .put("expiration", "" + expiration.toEpochMilli()));
    }

    private static <T> Answer page(String name, List<T> all, Request request, Function<T, ObjectNode> show) {
        return page(name, all, request, show, GmailJson.object());
    }

    /** As Gmail does it, an empty list is left out. */
    private static <T> Answer page(
            String name, List<T> all, Request request, Function<T, ObjectNode> show, ObjectNode node) {
        int from = Math.min(all.size(), request.number("pageToken", 0, Integer.MAX_VALUE));
        int to = Math.min(all.size(), from + request.number("maxResults", 100, 500));
        if (to > from) {
            var array = node.putArray(name);
            all.subList(from, to).forEach(it -> array.add(show.apply(it)));
        }
        if (to < all.size()) {
            node.put("nextPageToken", "" + to);
        }
        return ok(name.equals("history") ? node : node.put("resultSizeEstimate", all.size()));
    }

    private static Answer ok(ObjectNode node) {
        return Answer.json(200, node);
    }
}
