package dev.usher.gmail.web;

import dev.usher.gmail.FaultKind;
import dev.usher.gmail.post.Refused;
import java.time.Instant;

/** Google's error JSON below {@code /gmail}, problem+json elsewhere. */
final class Errors {
    private Errors() {}

    static Answer of(String path, Refused refused) {
        return switch (refused.why()) {
            case NOT_FOUND -> either(path, 404, "notFound", "NOT_FOUND", refused.text());
            case INVALID -> either(path, 400, "invalidArgument", "INVALID_ARGUMENT", refused.text());
            case FORBIDDEN -> either(path, 403, "forbidden", "PERMISSION_DENIED", refused.text());
            case UNAUTHENTICATED -> either(path, 401, "authError", "UNAUTHENTICATED", refused.text());
            case TOO_LARGE -> either(path, 413, "uploadTooLarge", "INVALID_ARGUMENT", refused.text());
        };
    }

    static Answer internal(String path) {
        return either(path, 500, "backendError", "INTERNAL", "Internal error encountered.");
    }

    static Answer unknown(String path) {
        return either(path, 404, "notFound", "NOT_FOUND", "There is nothing at " + path);
    }

    static Answer method(String path, String method) {
        return either(path, 405, "httpMethodNotAllowed", "INVALID_ARGUMENT", path + " does not take " + method);
    }

    /** What Gmail says when it fails so; for kinds that answer. */
    static Answer of(FaultKind kind) {
        return switch (kind) {
            case BURST -> exhausted("global", "Too many concurrent requests for user.");
            case DAILY ->
                exhausted(
                        "usageLimits",
                        "User-rate limit exceeded.  Retry after "
                                + Instant.now().plusSeconds(86_400) + " (Mail sending)");
            case FORBIDDEN ->
                google(
                        403,
                        "usageLimits",
                        "rateLimitExceeded",
                        "PERMISSION_DENIED",
                        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com' for consumer 'project_number:1'.");
            case UNAUTHORIZED ->
                google(
                        401,
                        "global",
                        "authError",
                        "UNAUTHENTICATED",
                        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.");
            case HANG -> google(504, "global", "backendError", "DEADLINE_EXCEEDED", "Deadline exceeded");
            default -> google(500, "global", "backendError", "INTERNAL", "Internal error encountered.");
        };
    }

    private static Answer exhausted(String domain, String message) {
        return google(429, domain, "rateLimitExceeded", "RESOURCE_EXHAUSTED", message);
    }

    private static Answer either(String path, int code, String reason, String status, String message) {
        return path.startsWith("/gmail/") || path.startsWith("/upload/")
                ? google(code, "global", reason, status, message)
                : Answer.problem(code, title(code), message);
    }

    private static String title(int code) {
        return switch (code) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            default -> "Internal Server Error";
        };
    }

    private static Answer google(int code, String domain, String reason, String status, String message) {
        var error = GmailJson.object().put("code", code).put("message", message);
        var first = error.putArray("errors").addObject();
        first.put("message", message).put("domain", domain).put("reason", reason);
        return Answer.json(code, GmailJson.object().set("error", error.put("status", status)));
    }
}
