package dev.usher.delivery.gmail;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import dev.usher.delivery.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts what Gmail says by what happens next (developers.google.com/workspace/gmail/api/guides/handle-errors). */
final class Failures {

    private static final Set<String> TOO_FAST = Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");

    private Failures() {}

    static Failure of(IOException thrown) {
        return thrown instanceof HttpResponseException answered
                ? answered(answered.getStatusCode(), why(answered), answered)
                : new Failure.NoAnswer("Gmail did not answer: " + thrown);
    }

    private static Failure answered(int status, String why, HttpResponseException answered) {
        return switch (status) {
            case 429 -> why.contains("(Mail sending)") ? new Failure.CapReached(why) : new Failure.Throttled(why);
            case 403 ->
                TOO_FAST.stream().anyMatch(reasons(answered)::contains)
                        ? new Failure.Throttled(why)
                        : new Failure.Locked(why);
            case 401 -> new Failure.Locked(why);
            case 404, 410 -> new Failure.Missing(why);
            case 408 -> new Failure.NoAnswer(why);
            default -> status >= 400 && status < 500 ? new Failure.Rejected(why) : new Failure.NoAnswer(why);
        };
    }

    private static String why(HttpResponseException answered) {
        GoogleJsonError details = answered instanceof GoogleJsonResponseException json ? json.getDetails() : null;
        String message = details == null ? answered.getStatusMessage() : details.getMessage();
        return "Gmail answered " + answered.getStatusCode() + ": " + Objects.requireNonNullElse(message, "no reason");
    }

    private static Set<String> reasons(HttpResponseException answered) {
        GoogleJsonError details = answered instanceof GoogleJsonResponseException json ? json.getDetails() : null;
        List<GoogleJsonError.ErrorInfo> errors = details == null ? null : details.getErrors();
        return errors == null
                ? Set.of()
                : errors.stream()
                        .map(GoogleJsonError.ErrorInfo::getReason)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }
}
