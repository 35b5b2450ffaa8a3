package dev.usher.matching.web;

import dev.usher.matching.Bookkeeping;
import dev.usher.matching.web.CustomerWish.Checked;
import dev.usher.matching.web.Import.Line;
import dev.usher.matching.web.Import.Refused;
import dev.usher.rest.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Any number of customers in one stream; a line that is refused stops none of the others. */
@RestController
class ImportDoor {

    private static final int AT_ONCE = 200;
    private static final int AHEAD = 4;

    private final Bookkeeping book;
    private final JsonMapper json;

    ImportDoor(Bookkeeping book, JsonMapper json) {
        this.book = book;
        this.json = json;
    }

    @PostMapping(path = "/api/customers/import", consumes = "application/x-ndjson")
    Mono<Imported> ndjson(@RequestBody Flux<DataBuffer> body) {
        return imported(body, in -> NdjsonImport.read(in, json));
    }

    @PostMapping(path = "/api/customers/import", consumes = "text/csv")
    Mono<Imported> csv(@RequestBody Flux<DataBuffer> body) {
        return imported(body, in -> CsvImport.read(in, json));
    }

    /** Lines are read on a thread that may wait for the sender, and kept in order, some at a time. */
    private Mono<Imported> imported(Flux<DataBuffer> body, Function<InputStream, Import> format) {
        return Mono.using(
                () -> DataBufferUtils.subscriberInputStream(body, AHEAD),
                in -> Flux.defer(() -> lines(format.apply(in)))
                        .subscribeOn(Schedulers.boundedElastic())
                        .transform(ImportDoor::batches)
                        .concatMap(this::keep, 1)
                        .reduceWith(Imported::none, Imported::plus),
                ImportDoor::close);
    }

    private static Flux<Line> lines(Import lines) {
        return Flux.fromStream(lines::lines);
    }

    /** Never the same customer twice in one. */
    private static Flux<List<Line>> batches(Flux<Line> lines) {
        return lines.windowUntil(new Batching(AT_ONCE), true)
                .concatMap(Flux::collectList)
                .filter(all -> !all.isEmpty());
    }

    private Mono<Imported> keep(List<Line> lines) {
        List<CustomerWish> fine = lines.stream()
                .flatMap(line ->
                        line.checked() instanceof Checked.Fine(CustomerWish wish) ? Stream.of(wish) : Stream.empty())
                .toList();
        List<Refused> refused = lines.stream().flatMap(Line::refused).toList();
        Mono<Integer> kept = fine.isEmpty() ? Mono.just(0) : book.keep(fine);
        return kept.map(count -> new Imported(count, refused, 0))
                .onErrorResume(Problem.class, one -> alone(lines, one));
    }

    /** A line that the log refuses is found by trying each by itself. */
    private Mono<Imported> alone(List<Line> lines, Problem refusal) {
        if (lines.size() > 1) {
            return Flux.fromIterable(lines)
                    .concatMap(line -> keep(List.of(line)))
                    .reduce(Imported.none(), Imported::plus);
        }
        return Mono.just(new Imported(0, List.of(new Refused(lines.getFirst().number(), "", refusal.detail())), 0));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException gone) {
            throw Problem.badRequest("The stream ended early.");
        }
    }
}
