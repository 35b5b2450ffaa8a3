package dev.usher.delivery.mail;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.GuestLinks.Purpose;
import java.net.URI;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The links in our mails. */
@Component
class PublicLinks {

    private final GuestLinks links;
    private final String root;

    PublicLinks(GuestLinks links, @Value("${usher.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.links = links;
        this.root = publicUrl.toString().replaceAll("/+$", "");
    }

    String unsubscribe(String invitationId, Instant until) {
        return root + "/u/" + links.mint(Purpose.UNSUBSCRIBE, invitationId, until);
    }

    String page(String invitationId, Instant until) {
        return root + "/r/" + links.mint(Purpose.REGISTRATION, invitationId, until);
    }
}
