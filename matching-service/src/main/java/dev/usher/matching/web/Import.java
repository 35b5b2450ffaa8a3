package dev.usher.matching.web;

import dev.usher.matching.web.CustomerWish.Checked;
import dev.usher.rest.FieldError;
import java.util.List;
import java.util.stream.Stream;

/** A stream of customers in some format. */
interface Import {

    /** Read as they are asked for. */
    Stream<Line> lines();

    /**
     * One customer.
     *
     * @param number of the line it begins on, 1 = the first
     */
    record Line(long number, Checked checked) {

        static Line wrong(long number, String field, String why) {
            return new Line(number, new Checked.Wrong(List.of(new FieldError(field, why))));
        }

        Stream<Refused> refused() {
            return checked instanceof Checked.Wrong(List<FieldError> errors)
                    ? errors.stream().map(error -> new Refused(number, error.field(), error.why()))
                    : Stream.empty();
        }
    }

    /** What is wrong with a line. */
    record Refused(long line, String field, String why) {}
}
