package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Paths that are right or broken on purpose: a guarantee must tell them apart. */
class GuaranteesTest {

    private final List<Integer> effects = new CopyOnWriteArrayList<>();
    private final Set<String> inbox = new HashSet<>();

    @Test
    void aPathWithAnInboxHoldsThemAll() {
        Observed observed = run(Guarantees.of(this::once, () -> effects).withRepeats());
        assertThatCode(observed::hold).doesNotThrowAnyException();
    }

    @Test
    void aPathThatSwallowsAMessageIsCaught() {
        Observed observed = run(Guarantees.of(
                message -> {
                    if (message.number() != 13) {
                        once(message);
                    }
                },
                () -> effects));
        assertThatThrownBy(observed::nothingLost)
                .hasMessageContaining("without effect")
                .hasMessageContaining("13");
        assertThatCode(observed::oneEffectPerMessage).doesNotThrowAnyException();
        assertThatCode(observed::orderPerKey).doesNotThrowAnyException();
    }

    @Test
    void aPathWithoutInboxIsCaughtWhenMessagesAreRepeated() {
        Observed observed = run(Guarantees.of(message -> effects.add(message.number()), () -> effects)
                .withRepeats());
        assertThatCode(observed::nothingLost).doesNotThrowAnyException();
        assertThatThrownBy(observed::oneEffectPerMessage).hasMessageContaining("more than one effect");
    }

    @Test
    void anEffectOfNoMessageIsCaught() {
        effects.add(4711);
        Observed observed = run(Guarantees.of(this::once, () -> effects));
        assertThatThrownBy(observed::oneEffectPerMessage).hasMessageContaining("4711");
    }

    @Test
    void aPathThatOvertakesWithinAKeyIsCaught() {
        Observed observed = run(Guarantees.of(message -> effects.add(0, message.number()), () -> effects));
        assertThatCode(observed::nothingLost).doesNotThrowAnyException();
        assertThatCode(observed::oneEffectPerMessage).doesNotThrowAnyException();
        assertThatThrownBy(observed::orderPerKey).hasMessageContaining("order of the effects of");
    }

    @Test
    void keysMayOvertakeEachOther() {
        List<Numbered> sent = List.of(new Numbered("a", "x", 0), new Numbered("b", "y", 1), new Numbered("c", "x", 2));
        assertThatCode(new Observed(sent, List.of(1, 0, 2))::hold).doesNotThrowAnyException();
    }

    @Test
    void theDisturbanceStrikesTwiceWhileMessagesAreUnderWay() {
        AtomicInteger strikes = new AtomicInteger();
        run(Guarantees.of(this::once, () -> effects).disturbedBy(strikes::incrementAndGet));
        assertThat(strikes).hasValue(2);
    }

    private static Observed run(Guarantees guarantees) {
        return guarantees.messages(30, 3).within(Duration.ofSeconds(4)).observe();
    }

    private void once(Numbered message) {
        if (inbox.add(message.id())) {
            effects.add(message.number());
        }
    }
}
