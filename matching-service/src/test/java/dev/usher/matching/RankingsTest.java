package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Pages of two partitions become one list; they may come again, and late. */
@MatchingTest
class RankingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private Rankings rankings;

    @Autowired
    private Announced announced;

    @Autowired
    private Customers customers;

    private String run;
    private String event;
    private String list;

    @BeforeEach
    void begin() {
        run = UUID.randomUUID().toString().substring(0, 8);
        event = "event-" + run;
        list = Question.listOf(event);
        done(customers.save(Stream.of("ann", "bob", "cid")
                .map(name -> Given.unknown(id(name)))
                .toList()));
    }

    @Test
    void aListIsWholeOnceEveryPartitionHasSpokenAndSaysWhatFailed() {
        save(spoken(1, 0, "ann"));
        assertThat(missing(1)).isNull();
        save(new Page(list, 1, 1, 2, true, rows("bob"), List.of(), List.of("no memory")));
        assertThat(missing(1)).containsExactly("no memory");
        assertThat(best()).containsExactly(id("ann"), id("bob"));
    }

    @Test
    void linesOfAnOlderVersionGoOnceAllHaveSpokenToTheNewOne() {
        save(spoken(1, 0, "ann"));
        save(spoken(1, 1, "bob", "cid"));
        save(spoken(2, 0));
        save(spoken(2, 0)); // a repeat speaks for nobody else
        assertThat(best()).containsExactly(id("ann"), id("bob"), id("cid"));
        save(spoken(2, 1, "cid"));
        assertThat(best()).containsExactly(id("cid"));
        assertThat(missing(2)).isEmpty();
    }

    @Test
    void aRepeatChangesNothing() {
        save(spoken(1, 0, "ann"));
        save(spoken(1, 1, "bob"));
        save(spoken(1, 1, "bob"));
        assertThat(best()).containsExactly(id("ann"), id("bob"));
        assertThat(missing(1)).isEmpty();
    }

    @Test
    void anOlderVersionComesTooLate() {
        save(spoken(2, 0, "ann"));
        save(spoken(2, 1));
        save(spoken(1, 1, "bob"));
        save(piece(1, List.of("cid"), List.of("ann")));
        assertThat(best()).containsExactly(id("ann"));
        assertThat(missing(2)).isEmpty();
    }

    @Test
    void ofACancelledEventThereIsNoListAnyMore() {
        save(spoken(1, 0, "ann"));
        done(announced.save(event, new Announced.Version(2, true)));
        save(spoken(1, 1, "bob"));
        save(piece(1, List.of("cid"), List.of()));
        assertThat(best()).isEmpty();
        assertThat(missing(1)).isNull();
    }

    @Test
    void whoChangedTakesAnotherPlaceOrNone() {
        save(spoken(1, 0, "ann", "bob"));
        save(piece(1, List.of("cid"), List.of("ann")));
        assertThat(best()).containsExactly(id("bob"), id("cid"));
    }

    private String id(String name) {
        return name + "-" + run;
    }

    private void save(Page page) {
        done(rankings.save(page));
    }

    private static void done(Mono<Void> work) {
        work.block(PATIENCE);
    }

    private List<String> best() {
        return rankings.best(list, 0, null, 10)
                .map(Relevant::customerId)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private @Nullable List<String> missing(int version) {
        return rankings.complete(list, version).block(PATIENCE);
    }

    /** All that one of two partitions has to say. */
    private Page spoken(int version, int partition, String... names) {
        return new Page(list, version, partition, 2, true, rows(names), List.of(), List.of());
    }

    /** What one of them says in between. */
    private Page piece(int version, List<String> names, List<String> gone) {
        return new Page(
                list,
                version,
                0,
                2,
                false,
                rows(names.toArray(String[]::new)),
                gone.stream().map(this::id).toList(),
                List.of());
    }

    private List<Relevant> rows(String... names) {
        return Stream.of(names)
                .map(name ->
                        new Relevant(id(name), name, 0.5, List.of(), List.of(), Attendance.IN_PERSON, null, "hand"))
                .toList();
    }
}
