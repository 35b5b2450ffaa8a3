package dev.usher.gmail.web;

import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as its reader sees it, with its conversation, its files, and what she can do with it. */
final class MessagePage {
    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");
    private static final String LINKS = "<base target=\"_blank\"><meta name=\"referrer\" content=\"no-referrer\">";

    private static final Html CALENDAR =
            icon("M3 9h18M8 3v4m8-4v4M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z");
    private static final Html FILE = icon("M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zm0 0v5h5");

    private final PostOffice office;
    private final Shell shell;
    private final ListPages lists;

    MessagePage(PostOffice office, Shell shell, ListPages lists) {
        this.office = office;
        this.shell = shell;
        this.lists = lists;
    }

    Answer show(Request request) {
        var user = Owner.named(request);
        var message = read(user, office.message(user, request.var("id")));
        var bytes = office.bytes(message);
        var letter = Letter.of(bytes);
        var body = Html.join(java.util.stream.Stream.of(
                Html.of(
                        "<a class=\"back\" href=\"{}?label={}\">&larr; {}</a>",
                        Shell.mailboxAt(user),
                        folder(message),
                        Shell.FOLDERS.getOrDefault(folder(message), "Back")),
                said(request),
                conversation(user, message),
                card(user, message, letter, Part.of(bytes), request),
                actions(user, message)));
        return shell.mailbox(ListPages.subject(letter), user, folder(message), body);
    }

    private Message read(String user, Message message) {
        return message.has(Label.UNREAD)
                ? office.relabel(user, message.id(), List.of(), List.of(Label.UNREAD))
                : message;
    }

    private static String folder(Message message) {
        return Shell.FOLDERS.keySet().stream().filter(message::has).findFirst().orElse("");
    }

    private static Html said(Request request) {
        var done = request.param("done");
        return done == null ? Html.NONE : Html.of("<p class=\"said\" role=\"status\">{}</p>", done);
    }

    private Html conversation(String user, Message message) {
        var thread = office.thread(user, message.threadId());
        var rows = thread.stream()
                .map(it -> lists.row(user, it, it.id().equals(message.id())))
                .toList();
        return Html.when(
                rows.size() > 1,
                Html.of("<section class=\"card\" aria-label=\"Conversation\">{}</section><p></p>", Shell.rows(rows)));
    }

    private static final String CARD = """
            <article class="card">
            <div class="pad">
            <div class="title"><h1>{}</h1>{}</div>
            <div class="head">{}<div><b>{}</b><br><span class="soft">to {}</span></div>{}</div>
            <details class="headers"><summary>All headers</summary><table>{}</table></details>
            </div>
            {}{}{}
            </article>
            """;

    private Html card(String user, Message message, Letter letter, Part mail, Request request) {
        var chips = Html.join(message.labels().stream().map(it -> Html.of("<span class=\"chip\">{}</span>", it)));
        return Html.of(
                CARD,
                ListPages.subject(letter),
                chips,
                face(letter),
                letter.header("From"),
                letter.header("To"),
                Shell.time(message.at(), true),
                headers(letter),
                bar(user, message, mail, request),
                content(mail, office.bytes(message), request),
                files(user, message, mail.attachments()));
    }

    private static Html face(Letter letter) {
        var from = letter.from();
        var name = from.map(InternetAddress::getPersonal).or(() -> from.map(InternetAddress::getAddress));
        return Shell.face(
                name.orElse("?"), from.map(InternetAddress::getAddress).orElse("?"));
    }

    private static Html headers(Letter letter) {
        return Html.join(letter.headers().stream()
                .map(it -> Html.of("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", it.name(), it.value())));
    }

    private static Html bar(String user, Message message, Part mail, Request request) {
        var at = Shell.messageAt(user, message.id());
        var view = view(mail, request);
        boolean phone = "phone".equals(request.param("width"));
        var width = Html.of(
                "<div class=\"tabs width\" aria-label=\"Width\">{}{}</div>",
                tab(at + "?view=html", "Desktop", !phone),
                tab(at + "?view=html&width=phone", "Phone", phone));
        return Html.of(
                "<div class=\"bar\"><div class=\"tabs\" aria-label=\"View\">{}{}{}</div>{}<a class=\"push\" href=\"{}/source\">Download .eml</a></div>",
                tab(at + "?view=html", "HTML", view.equals("html")),
                tab(at + "?view=text", "Text", view.equals("text")),
                tab(at + "?view=raw", "Raw", view.equals("raw")),
                Html.when(view.equals("html"), width),
                at);
    }

    private static Html tab(String where, String name, boolean current) {
        return Html.of("<a href=\"{}\"{}>{}</a>", where, Shell.current(current), name);
    }

    private static String view(Part mail, Request request) {
        return Objects.requireNonNullElse(request.param("view"), mail.shown("text/html") == null ? "text" : "html");
    }

    private static Html content(Part mail, byte[] bytes, Request request) {
        var html = mail.shown("text/html");
        return switch (view(mail, request)) {
            case "raw" -> Html.of("<pre class=\"mail\">{}</pre>", new String(bytes, StandardCharsets.UTF_8));
            case "html" -> html == null ? Shell.empty("This mail has no HTML part.") : framed(html, request);
            default ->
                Html.of(
                        "<pre class=\"mail words\">{}</pre>",
                        Objects.requireNonNullElse(mail.shown("text/plain"), "This mail has no text part."));
        };
    }

    /**
     * In a frame of its own that runs no script and submits no form: allow-same-origin lets our page measure its height, and without
     * allow-scripts gives the mail nothing.
     */
    private static Html framed(String html, Request request) {
        var head = HEAD.matcher(html);
        var safe = head.find() ? head.replaceFirst("$0" + Matcher.quoteReplacement(LINKS)) : LINKS + html;
        return Html.of(
                "<div class=\"paper{}\"><iframe class=\"mail\" title=\"Mail\" sandbox=\"allow-same-origin allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"{}\"></iframe></div>",
                "phone".equals(request.param("width")) ? " phone" : "",
                safe);
    }

    private static Html files(String user, Message message, List<Part> files) {
        var links = files.stream()
                .map(it -> Html.of(
                        "<a class=\"file\" href=\"{}/part/{}\" download>{}<span>{}<small>{}</small></span></a>",
                        Shell.messageAt(user, message.id()),
                        it.id(),
                        it.type().equals("text/calendar") ? CALENDAR : FILE,
                        name(it),
                        it.type() + ", " + size(it.bytes().length)));
        return Html.when(!files.isEmpty(), Html.of("<div class=\"files\">{}</div>", Html.join(links)));
    }

    private static Html icon(String path) {
        return Html.of(
                "<svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linejoin=\"round\" stroke-linecap=\"round\" aria-hidden=\"true\"><path d=\"{}\"/></svg>",
                path);
    }

    private static String size(int bytes) {
        return bytes < 1024 ? bytes + " bytes" : Math.round(bytes / 1024.0) + " KB";
    }

    static String name(Part part) {
        if (!part.filename().isEmpty()) {
            return part.filename();
        }
        return switch (part.type()) {
            case "text/calendar" -> "invite.ics";
            case "message/delivery-status" -> "delivery-status.txt";
            default -> "part-" + part.id();
        };
    }

    private static final String ANSWER = """
            <section class="card act"><div class="pad">
            <form method="post" action="{0}/reply">
            <label for="text">Reply</label>
            <textarea id="text" name="text" required placeholder="Write as {1}"></textarea>
            <div class="buttons"><button>Send reply</button></div>
            </form>
            <div class="buttons">
            <form method="post" action="{0}/out-of-office"><button class="quiet">Out-of-office answer</button></form>
            <form method="post" action="{0}/bounce"><button class="quiet">Bounce this</button></form>
            <form method="post" action="{0}/bounce"><input type="hidden" name="soft" value="true"><button class="quiet">Report a delay</button></form>
            <form method="post" action="{0}/delete"><button class="danger">Delete</button></form>
            </div>
            <p class="hint">Bounce tells the sender that the address does not exist (5.1.1); a delay says that the mailbox is full (4.2.2).</p>
            </div></section>
            """;

    private static Html actions(String user, Message message) {
        var at = Shell.messageAt(user, message.id());
        if (!message.has(Label.SENT) && !message.has(Label.DRAFT)) {
            return Html.of(ANSWER.replace("{0}", "{}").replace("{1}", "{}"), at, user, at, at, at, at);
        }
        var what = message.has(Label.DRAFT) ? "Delete draft" : "Delete";
        return Html.of(
                "<div class=\"buttons\"><form method=\"post\" action=\"{}/delete\"><button class=\"danger\">{}</button></form></div>",
                at,
                what);
    }
}
