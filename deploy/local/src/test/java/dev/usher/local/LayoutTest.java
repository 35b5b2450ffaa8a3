package dev.usher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir
    Path data;

    @Test
    void beginningAnewRemovesWhatIsOursAndLeavesTheRest() throws IOException {
        Layout layout = Layout.of(data.toString());
        layout.prepare();
        Files.writeString(layout.lock(), "1");
        Files.writeString(layout.key("links.key"), "secret");
        Files.createDirectories(data.resolve("kafka/data"));
        Path foreign = Files.writeString(data.resolve("thesis.txt"), "ten years of work");

        layout.requireOurs();
        layout.empty();

        assertThat(data).isDirectoryNotContaining(path -> !path.equals(foreign) && !path.equals(layout.lock()));
        assertThat(foreign).hasContent("ten years of work");
    }

    @Test
    void aFolderOfSomebodyElseIsNotBegunAnew() throws IOException {
        Files.createDirectories(data.resolve("logs"));

        assertThatThrownBy(Layout.of(data.toString())::requireOurs)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(data.toString());
        assertThat(data.resolve("logs")).exists();
    }

    @Test
    void anEmptyOrAMissingFolderMayBeBegunIn() {
        Layout.of(data.toString()).requireOurs();
        Layout.of(data.resolve("new").toString()).requireOurs();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneLine() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(Layout.of(file.resolve("inside").toString())::prepare)
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("cannot use " + file.resolve("inside"))
                .hasMessageNotContaining("\n");
    }
}
