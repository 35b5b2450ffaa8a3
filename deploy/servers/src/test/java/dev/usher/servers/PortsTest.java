package dev.usher.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void whoStartsBesideOthersGetsAPortOfHisOwn() {
        assertThat(IntStream.range(0, 200).parallel().map(i -> Ports.free()).boxed())
                .doesNotHaveDuplicates();
    }

    @Test
    void aPortThatIsKeptForSomebodyIsNotGiven() {
        int lowest = 15_000;
        int kept = 8_000; // of 17,000: 200 given at random would hardly miss them all
        IntStream.range(lowest, lowest + kept).forEach(Ports::keep);

        assertThat(IntStream.range(0, 200).map(i -> Ports.free()).boxed())
                .allSatisfy(port -> assertThat(port).isGreaterThanOrEqualTo(lowest + kept));
    }
}
