package dev.usher.delivery.gmail;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Google's client with everything off that repeats a call by itself. */
@Configuration(proxyBeanMethods = false)
class GmailConfiguration {

    static {
        // The JDK's HTTP client repeats a POST whose kept connection was cut; read once, when that client is loaded.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    @Bean
    Gmail gmail(GmailSettings settings) {
        return new Gmail.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        request -> once(request, settings.millis()))
                .setApplicationName("usher-delivery")
                .setRootUrl(settings.root())
                .setServicePath("")
                .build();
    }

    /** With back-off handlers in place one send was seen to become 11 POSTs. */
    private static void once(HttpRequest request, int timeout) {
        request.setNumberOfRetries(0);
        request.setUnsuccessfulResponseHandler(null);
        request.setIOExceptionHandler(null);
        request.setFollowRedirects(false);
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
    }
}
