package dev.usher.gmail.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markup. Text becomes markup in one way only: as a value of a template, where it is escaped. */
record Html(String markup) {
    static final Html NONE = new Html("");

    /**
     * @param template markup with a {@code {}} for each value
     * @param values Html as it is, all else escaped, fit for text and for quoted attributes
     */
    static Html of(String template, Object... values) {
        var out = new StringBuilder(template.length() + 256);
        int from = 0;
        for (var value : values) {
            int place = template.indexOf("{}", from);
            out.append(template, from, place)
                    .append(value instanceof Html html ? html.markup : escaped(value.toString()));
            from = place + 2;
        }
        return new Html(out.append(template, from, template.length()).toString());
    }

    static Html join(Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining("\n")));
    }

    static Html when(boolean shown, Html html) {
        return shown ? html : NONE;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
