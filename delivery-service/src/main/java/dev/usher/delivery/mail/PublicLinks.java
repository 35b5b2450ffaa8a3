package dev.usher.delivery.mail;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.GuestLinks.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The links in our mails; each works for 400 days from a given time on. */
@Component
class PublicLinks {

    /** People tidy up late, and events are put off. */
    private static final Duration LASTING = Duration.ofDays(400);

    private final GuestLinks links;
    private final String root;

    PublicLinks(GuestLinks links, @Value("${usher.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.links = links;
        this.root = publicUrl.toString().replaceAll("/+$", "");
    }

    String unsubscribe(String invitationId, Instant from) {
        return root + "/u/" + links.mint(Purpose.UNSUBSCRIBE, invitationId, from.plus(LASTING));
    }

    String page(String invitationId, Instant from) {
        return root + "/r/" + links.mint(Purpose.REGISTRATION, invitationId, from.plus(LASTING));
    }
}
