package dev.usher.rest;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text in a JSON body that we cannot keep; its message is meant for the caller. */
final class RefusedText extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    RefusedText(JsonParser parser, String why) {
        super(parser, why, String.class);
    }
}
