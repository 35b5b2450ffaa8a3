package dev.usher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadableIdsTest {

    private final ReadableIds ids = new ReadableIds();

    @Test
    void anIdReadsLikeTheNameOfItsEvent() {
        assertThat(ids.next("2027 Customer Success Summit")).matches("2027-customer-success-summit-[0-9a-z]{6}");
        assertThat(ids.next("  Café & Kühe: ¡olé! ")).matches("cafe-kuhe-ole-[0-9a-z]{6}");
    }

    @Test
    void aNameInAnotherScriptHasAnIdToo() {
        assertThat(ids.next("顧客成功")).matches("event-[0-9a-z]{6}");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(ids.next("long ".repeat(100))).hasSizeLessThanOrEqualTo(67).doesNotContain("--");
    }

    @Test
    void namesakesHaveDifferentIds() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(ids.next("Meetup"))).isTrue();
        }
    }
}
