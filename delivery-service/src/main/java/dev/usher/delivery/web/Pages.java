package dev.usher.delivery.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with pages. They keep the token in their address to themselves: no referrer, no cache, no cookie. */
@Component
class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine templates;

    Pages(TemplateEngine templates) {
        this.templates = templates;
    }

    ResponseEntity<String> guest(HttpStatus status, GuestCard card) {
        return page(status, "guest.jte", card);
    }

    ResponseEntity<String> notice(HttpStatus status, Notice notice) {
        return page(status, "notice.jte", notice);
    }

    private ResponseEntity<String> page(HttpStatus status, String template, Object model) {
        StringOutput html = new StringOutput();
        templates.render(template, model, html);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .body(html.toString());
    }
}
