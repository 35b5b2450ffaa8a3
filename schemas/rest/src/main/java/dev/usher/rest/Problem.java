package dev.usher.rest;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A refusal that the caller can do something about, answered as {@code application/problem+json} (RFC 9457) with the
 * members type, title, status, detail and errors. Thrown anywhere below a controller, or passed to {@code Mono.error}.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpStatusCode status;
    private final transient List<FieldError> errors;
    private final transient HttpHeaders headers;

    private Problem(HttpStatusCode status, String detail, List<FieldError> errors, HttpHeaders headers) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
    }

    /** Any status; the named ones below read better. */
    public static Problem of(HttpStatusCode status, String detail) {
        return new Problem(status, detail, List.of(), new HttpHeaders());
    }

    /** 400: the request as a whole makes no sense. */
    public static Problem badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail);
    }

    /** 400: one field is wrong. */
    public static Problem badRequest(String field, String why) {
        return badRequest(List.of(new FieldError(field, why)));
    }

    /** 400: these fields are wrong; the detail is made from them. */
    public static Problem badRequest(List<FieldError> errors) {
        return new Problem(HttpStatus.BAD_REQUEST, sentence(errors), errors, new HttpHeaders());
    }

    /** 404. @param what the thing looked for, such as {@code event summit-2027}: "There is no event summit-2027." */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "There is no " + what + ".");
    }

    /** 409: what happened meanwhile. */
    public static Problem conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** 410: it was there and is over. */
    public static Problem gone(String detail) {
        return of(HttpStatus.GONE, detail);
    }

    /** 412: If-Match names a version that is not the newest. */
    public static Problem preconditionFailed(String detail) {
        return of(HttpStatus.PRECONDITION_FAILED, detail);
    }

    /** 428: If-Match is missing where it is required. */
    public static Problem preconditionRequired(String detail) {
        return of(HttpStatus.PRECONDITION_REQUIRED, detail);
    }

    /** 422: understood, and not possible. */
    public static Problem unprocessable(String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** 503 with Retry-After: something that we need is away; the same call may work in a moment. */
    public static Problem unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, detail).with(HttpHeaders.RETRY_AFTER, "1");
    }

    /** The same problem, answered with one more header. */
    public Problem with(String header, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.add(header, value);
        return new Problem(status, detail(), errors, more);
    }

    public HttpStatusCode status() {
        return status;
    }

    public String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }

    /** Empty = no single field is to blame. */
    public List<FieldError> errors() {
        return errors;
    }

    HttpHeaders headers() {
        return headers;
    }

    private static String sentence(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return "The request is not valid.";
        }
        FieldError first = errors.getFirst();
        String said = first.field().isEmpty() ? first.why() : first.field() + ": " + first.why();
        return errors.size() == 1 ? said : said + " (and " + (errors.size() - 1) + " more)";
    }
}
