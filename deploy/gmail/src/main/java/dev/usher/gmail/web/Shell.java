package dev.usher.gmail.web;

import dev.usher.gmail.post.Label;
import dev.usher.gmail.post.PostOffice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What all pages share: the frame, the folders, faces and times. */
final class Shell {
    /** Nothing but our own script runs; pictures and styles of a mail may come from where it says. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self';"
            + " style-src 'self' 'unsafe-inline' https:; font-src https: data:; img-src 'self' https: http: data:;"
            + " form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /** What a person calls the views of a mailbox, by label; empty = everything. */
    static final Map<String, String> FOLDERS = folders();

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{}</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/style.css">
            <script src="/app.js" defer></script>
            </head>
            <body>
            <header class="top">
            <a class="brand" href="/"><img src="/icon.svg" width="28" height="28" alt="">Usher Mail <small>Gmail emulator</small></a>
            {}
            </header>
            {}
            </body>
            </html>
            """;

    private final PostOffice office;

    Shell(PostOffice office) {
        this.office = office;
    }

    private static Map<String, String> folders() {
        var folders = new java.util.LinkedHashMap<String, String>();
        folders.put(Label.INBOX, "Inbox");
        folders.put(Label.SENT, "Sent");
        folders.put(Label.DRAFT, "Drafts");
        folders.put("", "All mail");
        return folders;
    }

    static Answer page(String title, Html who, Html body) {
        return Answer.html(200, Html.of(PAGE, title, who, body).markup())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** A page of one mailbox, its folders beside it. */
    Answer mailbox(String title, String user, String folder, Html body) {
        var main = Html.of("<div class=\"shell\">{}<main>{}</main></div>", side(user, folder), body);
        return page(title + " - " + user, switcher(user), main);
    }

    private Html switcher(String user) {
        var others = office.summaries().stream().limit(200).map(it -> it.user());
        var options = Stream.concat(Stream.of(user), others).distinct().map(it -> option(it, user));
        return Html.of(
                "<div class=\"who\">{}<select data-jump aria-label=\"Mailbox\">{}</select></div>",
                face(user),
                Html.join(options));
    }

    private static Html option(String user, String chosen) {
        var selected = new Html(user.equals(chosen) ? " selected" : "");
        return Html.of("<option value=\"{}\"{}>{}</option>", mailboxAt(user), selected, user);
    }

    private Html side(String user, String current) {
        var counts = counts(user);
        var folders = FOLDERS.entrySet().stream()
                .map(it -> folder(user, it.getKey(), it.getValue(), current, counts.getOrDefault(it.getKey(), 0)));
        return Html.of(
                "<nav class=\"side\" aria-label=\"Folders\"><a class=\"button\" href=\"{}/compose\">Compose</a>{}</nav>",
                mailboxAt(user),
                Html.join(folders));
    }

    private Map<String, Integer> counts(String user) {
        return office.summaries().stream()
                .filter(it -> it.user().equals(user))
                .findFirst()
                .map(it -> Map.of(Label.INBOX, it.unread(), Label.DRAFT, it.drafts()))
                .orElse(Map.of());
    }

    private static Html folder(String user, String label, String name, String current, int count) {
        return Html.of(
                "<a class=\"folder\" href=\"{}?label={}\"{}>{}{}</a>",
                mailboxAt(user),
                label,
                current(label.equals(current)),
                name,
                Html.when(count > 0, Html.of(" <span class=\"badge\">{}</span>", count)));
    }

    static Html current(boolean is) {
        return new Html(is ? " aria-current=\"page\"" : "");
    }

    static String mailboxAt(String user) {
        return "/m/" + URLEncoder.encode(user, StandardCharsets.UTF_8);
    }

    static String messageAt(String user, String id) {
        return mailboxAt(user) + "/" + id;
    }

    static Html face(String address) {
        return face(address, address);
    }

    /** A disc with the first letter of the name, in a colour that stays with the address. */
    static Html face(String name, String address) {
        var letter = name.isBlank() ? "?" : name.strip().substring(0, 1).toUpperCase(Locale.ROOT);
        int hue = Math.floorMod(spread(address), 360);
        return Html.of(
                "<span class=\"avatar\" style=\"background:hsl({} 45% 42%)\" aria-hidden=\"true\">{}</span>",
                hue, letter);
    }

    /** Neighbours in the alphabet should not look alike. */
    private static int spread(String address) {
        return address.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B1 >>> 8;
    }

    static Html time(Instant at, boolean full) {
        return Html.of(
                "<time datetime=\"{}\" data-full=\"{}\">{}</time>",
                at,
                full,
                at.toString().substring(0, 16));
    }

    static Html empty(String words) {
        return Html.of(
                "<p class=\"empty\"><img src=\"/icon.svg\" width=\"44\" height=\"44\" alt=\"\"><br>{}</p>", words);
    }

    static Html rows(List<Html> rows) {
        return Html.of("<ul class=\"rows\">{}</ul>", Html.join(rows.stream().map(it -> Html.of("<li>{}</li>", it))));
    }
}
