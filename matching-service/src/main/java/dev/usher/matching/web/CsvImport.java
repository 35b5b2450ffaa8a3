package dev.usher.matching.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.matching.web.CustomerWish.Checked;
import dev.usher.matching.web.Import.Line;
import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** RFC 4180 with a header row of field names, nested ones dotted; lists are separated by semicolons. */
final class CsvImport {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Records limit;
    private final Columns columns;
    private final JsonMapper json;
    private boolean broken;

    private CsvImport(CSVParser parser, Records limit, JsonMapper json) {
        this.parser = parser;
        this.limit = limit;
        this.records = parser.iterator();
        this.columns = new Columns(parser.getHeaderNames());
        this.json = json;
    }

    static Import read(InputStream in, JsonMapper json) {
        try {
            Records records = new Records(reader(in));
            CsvImport csv = new CsvImport(CSVParser.parse(records, FORMAT), records, json);
            return () ->
                    Stream.generate(csv::next).takeWhile(Objects::nonNull).map(line -> Objects.requireNonNull(line));
        } catch (IOException | IllegalArgumentException noHeader) {
            throw Problem.badRequest("The header row cannot be read: " + noHeader.getMessage());
        }
    }

    /** Null at the end. Behind a quote that is never closed nothing can be told apart: the rest is refused as one. */
    private @Nullable Line next() {
        if (broken) {
            return null;
        }
        long number = parser.getCurrentLineNumber() + 1;
        limit.begin();
        try {
            return records.hasNext() ? line(number, records.next()) : null;
        } catch (UncheckedIOException malformed) {
            if (!(malformed.getCause() instanceof CSVException)) {
                throw malformed;
            }
            broken = true;
            return Line.wrong(
                    number,
                    "",
                    "cannot be read from here on: " + malformed.getCause().getMessage());
        }
    }

    private Line line(long number, CSVRecord record) {
        if (record.size() != columns.count()) {
            String than = record.size() > columns.count() ? "more" : "fewer";
            return Line.wrong(number, "", "has " + than + " values than the header has names");
        }
        if (record.stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
            return Line.wrong(number, "", "is not UTF-8");
        }
        try {
            CustomerForm form = json.treeToValue(columns.tree(record.toList(), json), CustomerForm.class);
            Checked checked = CustomerWish.of(form);
            return new Line(number, checked instanceof Checked.Wrong(var errors) ? dotted(errors) : checked);
        } catch (JacksonException malformed) {
            return new Line(number, dotted(List.of(FieldError.of(malformed))));
        }
    }

    /** Fields by the names their columns have. */
    private static Checked dotted(List<FieldError> errors) {
        return new Checked.Wrong(errors.stream()
                .map(error -> new FieldError(INDEX.matcher(error.field()).replaceAll(".$1"), error.why()))
                .toList());
    }

    private static Reader reader(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
