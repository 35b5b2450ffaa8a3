package dev.usher.matching.web;

import dev.usher.matching.web.Import.Line;
import dev.usher.rest.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line (https://github.com/ndjson/ndjson-spec). */
final class NdjsonImport {

    private NdjsonImport() {}

    static Import read(InputStream in, JsonMapper json) {
        Lines lines = new Lines(in);
        return () -> Stream.generate(() -> next(lines, json))
                .takeWhile(Objects::nonNull)
                .map(line -> Objects.requireNonNull(line));
    }

    /** Null at the end. */
    private static @Nullable Line next(Lines lines, JsonMapper json) {
        try {
            String text = lines.next();
            while (text != null && text.isBlank() && !lines.tooLong()) {
                text = lines.next();
            }
            return text == null ? null : line(lines, text, json);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Line line(Lines lines, String text, JsonMapper json) {
        if (lines.tooLong()) {
            return Line.wrong(lines.number(), "", "is longer than " + Lines.MOST_BYTES + " bytes");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return Line.wrong(lines.number(), "", "is not UTF-8");
        }
        try {
            CustomerForm form = json.readValue(text, CustomerForm.class);
            return form == null
                    ? Line.wrong(lines.number(), "", "must not be null")
                    : new Line(lines.number(), CustomerWish.of(form));
        } catch (JacksonException malformed) {
            return new Line(lines.number(), new CustomerWish.Checked.Wrong(List.of(FieldError.of(malformed))));
        }
    }
}
