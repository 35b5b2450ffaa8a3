package dev.usher.gmail.web;

import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.Letter;
import dev.usher.gmail.post.Message;
import dev.usher.gmail.post.PostOffice;
import dev.usher.gmail.post.Refused;
import dev.usher.gmail.post.Summary;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The mailboxes, and the mails in one. Both stay fresh while they are looked at. */
final class ListPages {
    private static final int ROWS = 50;

    private final PostOffice office;
    private final Shell shell;

    ListPages(PostOffice office, Shell shell) {
        this.office = office;
        this.shell = shell;
    }

    Answer mailboxes(Request request) {
        var wanted = Objects.requireNonNullElse(request.param("q"), "");
        var found = office.summaries().stream()
                .filter(it -> it.user().contains(wanted))
                .toList();
        var rows = found.stream().limit(ROWS).map(ListPages::mailbox).toList();
        var words = wanted.isEmpty() ? "Nobody has sent or received a mail yet." : "No mailbox is called so.";
        var list = Html.of(
                "<section class=\"card\" data-live=\"{}\">{}</section>",
                Integer.toHexString(rows.hashCode()),
                rows.isEmpty() ? Shell.empty(words) : Shell.rows(rows));
        return Shell.page("Mailboxes", Html.NONE, Html.of(MAILBOXES, count(found.size()), wanted, list));
    }

    private static final String MAILBOXES = """
            <div class="shell wide"><main>
            <div class="lead"><h1>Mailboxes</h1><span class="soft">{}</span></div>
            <form class="lead" action="/" role="search"><input name="q" value="{}" type="search" placeholder="Find a mailbox" aria-label="Find a mailbox"></form>
            {}
            </main></div>
            """;

    private static String count(int mailboxes) {
        return mailboxes == 1
                ? "1 mailbox"
                : mailboxes + " mailboxes" + (mailboxes > ROWS ? ", the latest " + ROWS : "");
    }

    private static Html mailbox(Summary summary) {
        var last = summary.last();
        return Html.of(
                """
                <a class="row box{}" href="{}">{}<span class="name">{}<br><span class="line">{}</span></span><span>{} {}</span></a>""",
                summary.unread() > 0 ? " unread" : "",
                Shell.mailboxAt(summary.user()),
                Shell.face(summary.user()),
                summary.user(),
                last == null ? "empty" : last.subject(),
                Html.when(summary.unread() > 0, Html.of("<span class=\"badge\">{}</span>", summary.unread())),
                last == null ? Html.NONE : Shell.time(last.at(), false));
    }

    Answer mailbox(Request request) {
        var user = Owner.named(request);
        var label = Objects.requireNonNullElse(request.param("label"), Label.INBOX);
        var found = office.has(user) ? in(label, user) : List.<Message>of();
        int from = Math.min(found.size(), request.number("from", 1, Integer.MAX_VALUE) - 1);
        var shown = found.subList(from, Math.min(found.size(), from + ROWS));
        var folder = Objects.requireNonNullElse(Shell.FOLDERS.get(label), label);
        return shell.mailbox(folder, user, label, body(user, folder, label, shown, from, found.size()));
    }

    /** Newest first. */
    private List<Message> in(String label, String user) {
        return office.messages(user).stream()
                .filter(it -> label.isEmpty() || it.has(label))
                .filter(it -> !it.has(Label.TRASH) || !label.equals(Label.INBOX))
                .toList()
                .reversed();
    }

    private Html body(String user, String folder, String label, List<Message> shown, int from, int all) {
        var rows = shown.stream().map(it -> row(user, it)).toList();
        return Html.of(
                "<div data-live=\"{}\"><div class=\"lead\"><h1>{}</h1><span class=\"soft\">{}</span></div><section class=\"card\">{}</section>{}</div>",
                Integer.toHexString(rows.hashCode()),
                folder,
                all == 1 ? "1 mail" : all + " mails",
                rows.isEmpty() ? Shell.empty("Nothing here yet. New mail appears by itself.") : Shell.rows(rows),
                pages(user, label, from, all));
    }

    private static Html pages(String user, String label, int from, int all) {
        var link = "<a href=\"{}?label={}&amp;from={}\">{}</a>";
        int newer = Math.max(1, from + 1 - ROWS);
        var back = Html.of(link, Shell.mailboxAt(user), label, newer, "Newer");
        var on = Html.of(link, Shell.mailboxAt(user), label, from + ROWS + 1, "Older");
        return Html.of(
                "<div class=\"pages\"><span>{}</span><span>{}</span></div>",
                Html.when(from > 0, back),
                Html.when(from + ROWS < all, on));
    }

    private Html row(String user, Message message) {
        var bytes = office.bytes(message);
        var line = Html.of(
                "<span class=\"subject\">{}</span> <span class=\"snippet\">&ndash; {}</span>",
                subject(Letter.of(bytes)),
                GmailJson.snippet(Part.of(bytes)));
        return row(user, message, Letter.of(bytes), line, Html.NONE);
    }

    /** In a conversation, where all mails bear one subject. */
    Html row(String user, Message message, boolean current) {
        var bytes = office.bytes(message);
        var line = Html.of("<span class=\"snippet\">{}</span>", GmailJson.snippet(Part.of(bytes)));
        return row(user, message, Letter.of(bytes), line, Shell.current(current));
    }

    /** A mail on one line (two on a phone). */
    private static Html row(String user, Message message, Letter letter, Html line, Html current) {
        var other = other(message, letter);
        return Html.of(
                """
                <a class="row{}" href="{}"{}>{}<span class="name">{}{}</span><span class="line">{}</span>{}</a>""",
                message.has(Label.UNREAD) ? " unread" : "",
                Shell.messageAt(user, message.id()),
                current,
                Shell.face(other, address(message, letter)),
                Html.when(message.has(Label.DRAFT), new Html("<span class=\"draft\">Draft</span> ")),
                message.has(Label.SENT) ? "To: " + other : other,
                line,
                Shell.time(message.at(), false));
    }

    static String subject(Letter letter) {
        return letter.header("Subject").isBlank() ? "(no subject)" : letter.header("Subject");
    }

    /** The other side: who wrote it, or to whom. */
    private static String other(Message message, Letter letter) {
        var names = addresses(message, letter).stream().map(ListPages::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? letter.header(side(message)) : names;
    }

    private static String address(Message message, Letter letter) {
        return addresses(message, letter).stream()
                .map(InternetAddress::getAddress)
                .findFirst()
                .orElse("");
    }

    private static String side(Message message) {
        return message.has(Label.SENT) || message.has(Label.DRAFT) ? "To" : "From";
    }

    /** Empty where they cannot be read: a draft may hold anything. */
    private static List<InternetAddress> addresses(Message message, Letter letter) {
        try {
            return letter.addresses(side(message));
        } catch (Refused e) {
            return List.of();
        }
    }

    private static String name(InternetAddress address) {
        return address.getPersonal() == null ? address.getAddress() : address.getPersonal();
    }
}
