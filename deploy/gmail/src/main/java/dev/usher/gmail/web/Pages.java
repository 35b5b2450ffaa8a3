package dev.usher.gmail.web;

import dev.usher.gmail.post.Bounce;
import dev.usher.gmail.post.Correspondence;
import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The pages on which a person reads and answers mail as anyone who has a mailbox here. */
final class Pages {
    private final PostOffice office;
    private final Correspondence correspondence;
    private final Shell shell;
    private final ListPages lists;
    private final MessagePage message;

    Pages(PostOffice office, Correspondence correspondence) {
        this.office = office;
        this.correspondence = correspondence;
        this.shell = new Shell(office);
        this.lists = new ListPages(office, shell);
        this.message = new MessagePage(office, shell, lists);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", lists::mailboxes),
                Route.get("/style.css", _ -> asset("style.css", "text/css; charset=UTF-8")),
                Route.get("/app.js", _ -> asset("app.js", "text/javascript; charset=UTF-8")),
                Route.get("/icon.svg", _ -> asset("icon.svg", "image/svg+xml")),
                Route.get("/m/{user}", lists::mailbox),
                Route.get("/m/{user}/compose", this::blank),
                Route.post("/m/{user}/compose", this::compose),
                Route.get("/m/{user}/{id}", message::show),
                Route.get("/m/{user}/{id}/source", this::source),
                Route.get("/m/{user}/{id}/part/{part}", this::part),
                Route.post("/m/{user}/{id}/reply", this::reply),
                Route.post("/m/{user}/{id}/out-of-office", this::outOfOffice),
                Route.post("/m/{user}/{id}/bounce", this::bounce),
                Route.post("/m/{user}/{id}/delete", this::delete));
    }

    private static Answer asset(String name, String type) {
        try (var in = Objects.requireNonNull(Pages.class.getResourceAsStream(name))) {
            return Answer.bytes(200, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String COMPOSE = """
            <div class="lead"><h1>New mail</h1></div>
            <section class="card"><div class="pad">
            <form method="post" action="{}/compose">
            <label for="to">To</label><input id="to" name="to" type="email" multiple required autofocus>
            <label for="subject">Subject</label><input id="subject" name="subject">
            <label for="text">Text</label><textarea id="text" name="text" rows="10"></textarea>
            <div class="buttons"><button>Send</button><a href="{}">Cancel</a></div>
            </form>
            </div></section>
            """;

    private Answer blank(Request request) {
        var user = Owner.named(request);
        var at = Shell.mailboxAt(user);
        return shell.mailbox("New mail", user, "-", Html.of(COMPOSE, at, at));
    }

    private Answer compose(Request request) {
        var user = Owner.named(request);
        var sent = correspondence.write(user, field(request, "to"), field(request, "subject"), field(request, "text"));
        return done(user, sent.id(), "Sent.");
    }

    private Answer reply(Request request) {
        var user = Owner.named(request);
        if (field(request, "text").isBlank()) {
            throw Refused.invalid("A reply needs a text");
        }
        var sent = correspondence.reply(user, request.var("id"), field(request, "text"));
        return done(user, sent.id(), "Your reply was sent.");
    }

    private Answer outOfOffice(Request request) {
        var user = Owner.named(request);
        correspondence.outOfOffice(user, request.var("id"), field(request, "text"));
        return done(user, request.var("id"), "An out-of-office answer was sent.");
    }

    private Answer bounce(Request request) {
        var user = Owner.named(request);
        boolean soft = field(request, "soft").equals("true");
        correspondence.bounce(user, request.var("id"), soft ? Bounce.SOFT : Bounce.HARD);
        return done(user, request.var("id"), soft ? "The sender was told of a delay." : "The mail bounced.");
    }

    private Answer delete(Request request) {
        var user = Owner.named(request);
        var gone = office.message(user, request.var("id"));
        office.delete(user, gone.id());
        var label = gone.has(Label.DRAFT) ? Label.DRAFT : gone.has(Label.SENT) ? Label.SENT : Label.INBOX;
        return Answer.seeOther(Shell.mailboxAt(user) + "?label=" + label);
    }

    private static Answer done(String user, String id, String what) {
        return Answer.seeOther(Shell.messageAt(user, id) + "?done=" + URLEncoder.encode(what, StandardCharsets.UTF_8));
    }

    private static String field(Request request, String name) {
        var values = request.form().get(name);
        return values == null ? "" : values.getFirst();
    }

    private Answer source(Request request) {
        var mail = office.bytes(office.message(Owner.named(request), request.var("id")));
        return saved("message/rfc822", request.var("id") + ".eml", mail);
    }

    private Answer part(Request request) {
        var mail = Part.of(office.bytes(office.message(Owner.named(request), request.var("id"))));
        var part = mail.find(request.var("part")).orElseThrow(Refused::notFound);
        return saved(part.type(), MessagePage.name(part), part.bytes());
    }

    /** To disk, never shown: a file of a mail must not act as a page of ours. */
    private static Answer saved(String type, String name, byte[] bytes) {
        var safe = name.replaceAll("[^\\w. -]", "_");
        return Answer.bytes(200, type, bytes)
                .with("Content-Disposition", "attachment; filename=\"" + safe + "\"")
                .with("Content-Security-Policy", "sandbox")
                .with("X-Content-Type-Options", "nosniff");
    }
}
