package dev.usher.invitation.drafting;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Gives a letter its HTML. */
final class Shape {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.usher.invitation.drafting.templates");

    String html(Letter letter) {
        return render(letter.look().template(), letter);
    }

    String html(Rewritten mail) {
        return render(mail.body().isEmpty() ? "rewritten.jte" : "bare.jte", mail);
    }

    private String render(String template, Object model) {
        StringOutput html = new StringOutput();
        engine.render(template, model, html);
        return html.toString();
    }
}
