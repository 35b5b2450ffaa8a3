package dev.usher.invitation.drafting;

import dev.usher.contracts.GuestLinks;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key and the address that a guest's links are made of. */
@Configuration(proxyBeanMethods = false)
class DraftingSetup {

    /** @param key base64 of at least 32 bytes, shared with delivery-service */
    @Bean
    Links links(@Value("${usher.links.key}") String key, @Value("${usher.public-url}") String publicUrl) {
        String base = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        return new Links(new GuestLinks(Base64.getDecoder().decode(key)), base);
    }
}
