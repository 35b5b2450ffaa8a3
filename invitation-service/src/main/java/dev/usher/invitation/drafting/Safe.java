package dev.usher.invitation.drafting;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markup from outside, without anything that runs, loads or hides. */
final class Safe {

    /** Stands for the end of a line while jsoup folds white space; nobody types it. */
    private static final char LINE_END = '\uE000';

    private static final String LINE = String.valueOf(LINE_END);
    private static final Pattern EDGES = Pattern.compile("[ \t]*\n[ \t]*");
    private static final Pattern GAPS = Pattern.compile("\n{3,}");

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
        Document document = Jsoup.parse(markup);
        document.select("[style*=display:none], [style*=display: none]").remove();
        return POLICY.sanitize(document.body().html());
    }

    /** What a reader sees of it, line by line, links spelled out. */
    static String text(String html) {
        Document document = Jsoup.parse(html);
        document.select("a[href]").forEach(Safe::spell);
        document.select("br").forEach(br -> br.replaceWith(new TextNode(LINE)));
        document.select("p, div, h1, h2, h3, h4, li, tr, table, blockquote")
                .forEach(b -> b.prependText(LINE).appendText(LINE));
        String lines = document.body().text().replace(LINE_END, '\n');
        String tidy = EDGES.matcher(lines).replaceAll("\n");
        return GAPS.matcher(tidy).replaceAll("\n\n").strip() + '\n';
    }

    private static void spell(Element link) {
        String href = link.attr("href");
        if (!link.text().equals(href) && !href.isEmpty()) {
            link.appendText(": " + href);
        }
    }
}
