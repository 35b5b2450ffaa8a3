package dev.usher.invitation.drafting;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markup from outside, without anything that runs, loads or hides. */
final class Safe {

    private static final CssSchema LOOKS = CssSchema.union(
            CssSchema.DEFAULT,
            CssSchema.withProperties(
                    List.of("max-width", "border-radius", "border-collapse", "line-height", "display")));

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "small",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "table",
                    "tbody",
                    "thead",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "a",
                    "center")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("role", "dir", "lang", "align", "title")
            .globally()
            .allowAttributes(
                    "width",
                    "height",
                    "valign",
                    "bgcolor",
                    "border",
                    "cellpadding",
                    "cellspacing",
                    "colspan",
                    "rowspan")
            .onElements("table", "tr", "td", "th")
            .allowStyling(LOOKS)
            .toFactory();

    private Safe() {}

    /** The body of a document or a fragment, made safe. */
    static String html(String markup) {
        return POLICY.sanitize(Jsoup.parse(markup).body().html());
    }

    /** What a reader sees of it, line by line, links spelled out. */
    static String text(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        document.select("[style*=display:none]").remove();
        document.select("a[href]").forEach(Safe::spell);
        document.select("br").forEach(br -> br.before("\\n"));
        document.select("p, div, h1, h2, h3, h4, li, tr, table, blockquote")
                .forEach(b -> b.before("\\n").after("\\n"));
        String lines = document.body().text().replace("\\n", "\n");
        return lines.replaceAll("[ \t]*\n[ \t]*", "\n")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private static void spell(Element link) {
        String href = link.attr("href");
        if (!link.text().equals(href) && !href.isEmpty()) {
            link.appendText(": " + href);
        }
    }
}
