package dev.usher.rest;

import dev.usher.messaging.Later;
import io.r2dbc.spi.R2dbcException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Turns whatever a request ended in into the problem that its caller is told. */
final class Translation {

    private static final int DEEPEST_CAUSE = 20;

    private Translation() {}

    static Problem of(Throwable failure) {
        return first(failure, Problem.class)
                .or(() -> first(failure, DataBufferLimitException.class).map(limit -> BodyLimit.tooLarge()))
                .or(() -> invalid(failure))
                .or(() -> unreadable(failure))
                .or(() -> known(failure))
                .or(() -> unstorable(failure))
                .orElseGet(() -> away(failure));
    }

    private static Optional<Problem> invalid(Throwable failure) {
        List<FieldError> errors = switch (failure) {
            case WebExchangeBindException bind ->
                Stream.concat(
                                bind.getFieldErrors().stream()
                                        .map(e -> new FieldError(e.getField(), text(e.getDefaultMessage()))),
                                bind.getGlobalErrors().stream()
                                        .map(e -> new FieldError("", text(e.getDefaultMessage()))))
                        .toList();
            case HandlerMethodValidationException method ->
                method.getParameterValidationResults().stream()
                        .flatMap(Translation::errors)
                        .toList();
            case ConstraintViolationException violated ->
                violated.getConstraintViolations().stream()
                        .map(Translation::error)
                        .toList();
            default -> List.of();
        };
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.badRequest(errors));
    }

    private static Stream<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors bound) {
            return bound.getFieldErrors().stream().map(e -> new FieldError(e.getField(), text(e.getDefaultMessage())));
        }
        String name = text(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(e -> new FieldError(name, text(e.getDefaultMessage())));
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static Optional<Problem> unreadable(Throwable failure) {
        if (!(failure instanceof ServerWebInputException) && !(failure instanceof DecodingException)) {
            return Optional.empty();
        }
        return Optional.of(first(failure, JacksonException.class)
                .map(fault -> Problem.badRequest(List.of(FieldError.of(fault))))
                .or(() -> parameter(failure))
                .orElseGet(() -> Problem.badRequest(wording(failure))));
    }

    private static Optional<Problem> parameter(Throwable failure) {
        if (failure instanceof MissingRequestValueException missing) {
            return Optional.of(Problem.badRequest(missing.getName(), "is required"));
        }
        boolean mistyped = first(failure, TypeMismatchException.class).isPresent();
        return mistyped && failure instanceof ServerWebInputException input && input.getMethodParameter() != null
                ? Optional.of(Problem.badRequest(
                        text(input.getMethodParameter().getParameterName()), "has a value of the wrong type"))
                : Optional.empty();
    }

    private static String wording(Throwable failure) {
        String reason = failure instanceof ServerWebInputException input ? text(input.getReason()) : "";
        return reason.startsWith("No request body") ? "The request needs a body." : "The request cannot be read.";
    }

    private static Optional<Problem> known(Throwable failure) {
        return first(failure, ErrorResponse.class).map(Translation::told);
    }

    private static Problem told(ErrorResponse known) {
        ProblemDetail body = known.getBody();
        Problem problem = Problem.of(known.getStatusCode(), text(body.getDetail()));
        for (var header : known.getHeaders().headerSet()) {
            problem = problem.with(header.getKey(), String.join(", ", header.getValue()));
        }
        return problem;
    }

    /** SQLSTATE class 22, data exception: a value no door of ours refused and the database cannot take. */
    private static Optional<Problem> unstorable(Throwable failure) {
        return first(failure, R2dbcException.class)
                .filter(sql -> text(sql.getSqlState()).startsWith("22"))
                .map(sql -> Problem.badRequest("The request holds a value that cannot be kept."));
    }

    private static Problem away(Throwable failure) {
        return meansAway(failure)
                ? Problem.unavailable("Something this needs is not reachable at the moment; please try again.")
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "This should not have happened; it has been logged.");
    }

    /** Includes what Spring makes of a pool that is exhausted or a database that does not answer in time. */
    private static boolean meansAway(Throwable failure) {
        return Later.isLater(failure)
                || first(failure, DataAccessResourceFailureException.class).isPresent()
                || first(failure, TransientDataAccessException.class).isPresent()
                || first(failure, CannotCreateTransactionException.class).isPresent();
    }

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(DEEPEST_CAUSE)
                .map(Translation::present);
    }

    private static Throwable present(@Nullable Throwable cause) {
        return Objects.requireNonNull(cause);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
