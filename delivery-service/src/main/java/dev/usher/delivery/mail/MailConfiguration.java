package dev.usher.delivery.mail;

import dev.usher.contracts.GuestLinks;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What mails are made with: the key shared with invitation-service, the templates, the time. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** @param key base64 of at least 32 bytes */
    @Bean
    GuestLinks guestLinks(@Value("${usher.links.key}") String key) {
        return new GuestLinks(Base64.getDecoder().decode(key));
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "dev.usher.templates.delivery");
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
