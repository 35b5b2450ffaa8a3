package dev.usher.rest;

import tools.jackson.core.JacksonException;

/**
 * What is wrong with one field of a request.
 *
 * @param field path within the request, such as {@code sessions[2].startsAt}; empty = the request as a whole
 * @param why one sentence for whoever wrote the request
 */
public record FieldError(String field, String why) {

    /** What is wrong with a JSON text that could not be read into a type of ours. */
    public static FieldError of(JacksonException fault) {
        return JsonFault.of(fault);
    }
}
