package dev.usher.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {

    private static final String WELL_FORMED = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    @Test
    void aTraceIsContinuedWithASpanOfItsOwn() {
        var cause = Cause.of("m", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

        assertThat(cause.traceparent())
                .matches("00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-00");
        assertThat(cause.messageId()).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void whatIsNoTraceparentBeginsANewTrace(String parent) {
        assertThat(Cause.of(null, parent).traceparent()).matches(WELL_FORMED).isNotEqualTo(parent);
    }

    @Test
    void withoutOneInTheContextItIsFresh() {
        var one = Objects.requireNonNull(Cause.current().block());
        var other = Objects.requireNonNull(Cause.current().block());

        assertThat(one.messageId()).isNull();
        assertThat(one.traceparent()).matches(WELL_FORMED).isNotEqualTo(other.traceparent());
    }
}
