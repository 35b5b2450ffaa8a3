package dev.usher.catalog.web;

import dev.usher.catalog.Refusal;
import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a refusal is in HTTP. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid(var faults) ->
                Problem.badRequest(faults.stream()
                        .map(fault -> new FieldError(fault.field(), fault.why()))
                        .toList());
            case Refusal.Unknown unknown -> Problem.of(HttpStatus.NOT_FOUND, unknown.why());
            case Refusal.Taken taken -> Problem.conflict(taken.why());
            case Refusal.Cancelled cancelled -> Problem.conflict(cancelled.why());
            case Refusal.Stale stale ->
                Problem.preconditionFailed(stale.why()).with(HttpHeaders.ETAG, VersionTag.of(stale.version()));
            case Refusal.KeyReused reused -> Problem.unprocessable(reused.why());
        };
    }
}
