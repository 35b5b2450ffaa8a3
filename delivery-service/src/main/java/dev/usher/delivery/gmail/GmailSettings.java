package dev.usher.delivery.gmail;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Gmail is, prefix {@code usher.gmail}.
 *
 * @param url root of the API, without Google's paths
 * @param timeout longest wait for one answer; what takes longer is unknown, never repeated
 */
@Validated
@ConfigurationProperties("usher.gmail")
record GmailSettings(
        @DefaultValue("http://127.0.0.1:8025") @NotNull URI url,
        @DefaultValue("10s") @NotNull Duration timeout) {

    String root() {
        String root = url.toString();
        return root.endsWith("/") ? root : root + "/";
    }

    int millis() {
        return Math.toIntExact(timeout.toMillis());
    }
}
