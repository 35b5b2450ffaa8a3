package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {

    @Test
    void aPageThatIsFullPointsBehindItsLastItem() {
        Items<String> page = Items.page(List.of("a", "b", "c"), 2, last -> Cursor.encode(last));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(page.nextCursor(), 1)).containsExactly("b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Items.page(List.of("a", "b"), 2, last -> Cursor.encode(last)).nextCursor())
                .isNull();
    }

    @Test
    void aCursorKeepsItsText() {
        List<String> key = List.of("", "a.b", "Ünïcødé", "0.25");
        assertThat(Cursor.decode(Cursor.encode(key.toArray(String[]::new)), 4)).isEqualTo(key);
    }

    @Test
    void withoutCursorAListBeginsAtItsBeginning() {
        assertThat(Cursor.decode(null, 2)).isEmpty();
        assertThat(Cursor.decode("", 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YQ", "YQ.YQ.YQ", "%00", "YQ.YQ", "~YQ.?", "~YQ", "~YQ.AA", "~Cg.YQ"})
    void aForeignCursorIsABadRequest(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, 2))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status().value()).isEqualTo(400));
    }
}
