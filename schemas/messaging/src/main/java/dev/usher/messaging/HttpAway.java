package dev.usher.messaging;

import java.util.Set;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Whether a call by WebClient got no answer, or one that says to try again; never, where WebClient is not there. */
final class HttpAway {

    private static final boolean WEB_CLIENT = ClassUtils.isPresent(
            "org.springframework.web.reactive.function.client.WebClientException", HttpAway.class.getClassLoader());

    /** Besides 5xx: request timeout, too many requests. */
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 429);

    private HttpAway() {}

    static boolean isAway(Throwable t) {
        return WEB_CLIENT && Calls.isAway(t);
    }

    static boolean isAway(int status) {
        return status >= 500 || TRY_AGAIN.contains(status);
    }

    /** Loaded only where WebClient is. */
    private static final class Calls {
        static boolean isAway(Throwable t) {
            return t instanceof WebClientRequestException
                    || (t instanceof WebClientResponseException answer
                            && HttpAway.isAway(answer.getStatusCode().value()));
        }
    }
}
