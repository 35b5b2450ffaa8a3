package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link Guarantees} run saw; each guarantee is an assertion that names the messages which broke it.
 *
 * @param sent in the order of sending, each once
 * @param effects numbers of messages, in the order their effects took place
 */
public record Observed(List<Numbered> sent, List<Integer> effects) {

    /** All three. */
    public void hold() {
        nothingLost();
        oneEffectPerMessage();
        orderPerKey();
    }

    /** Each message had an effect. */
    public void nothingLost() {
        assertThat(numbers())
                .as("messages without effect")
                .filteredOn(number -> !effects.contains(number))
                .isEmpty();
    }

    /** No message had two effects, and none had one that was not sent. */
    public void oneEffectPerMessage() {
        assertThat(effects).as("messages with more than one effect").doesNotHaveDuplicates();
        assertThat(numbers()).as("messages that were sent").containsAll(effects);
    }

    /** The effects of one key took place in the order its messages were sent. */
    public void orderPerKey() {
        sent.stream()
                .collect(
                        Collectors.groupingBy(Numbered::key, Collectors.mapping(Numbered::number, Collectors.toList())))
                .forEach((key, numbers) -> assertThat(
                                effects.stream().filter(numbers::contains).distinct())
                        .as("order of the effects of %s", key)
                        .isSorted());
    }

    private List<Integer> numbers() {
        return sent.stream().map(Numbered::number).toList();
    }
}
