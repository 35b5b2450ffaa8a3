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
}
