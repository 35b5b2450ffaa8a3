package dev.usher.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final List<String> PARTS = List.of("kafka", "postgres", "registry");

    @TempDir
    Path dir;

    private Layout stopped;
    private Layout fresh;

    @BeforeEach
    void aSystemThatWasStartedOnce() throws IOException {
        stopped = layout("stopped");
        fresh = layout("fresh");
        for (String part : PARTS) {
            write(stopped.data().resolve(part).resolve("data/content"), part);
        }
        Files.setPosixFilePermissions(
                stopped.data().resolve("postgres/data"), PosixFilePermissions.fromString("rwx------"));
        write(stopped.data().resolve("kafka/kafka.log"), "what it said");
        write(stopped.data().resolve("kafka/kafka.pid"), "4711");
        write(stopped.key("links.key"), "secret");
    }

    @Test
    void aNewDataFolderBeginsAsACopy() throws IOException {
        stopped.template().take(stopped);

        layAll();

        for (String part : PARTS) {
            assertThat(fresh.data().resolve(part).resolve("data/content")).hasContent(part);
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fresh.data().resolve("postgres/data"))))
                .isEqualTo("rwx------");
        assertThat(fresh.data().toFile().list()).containsExactlyInAnyOrderElementsOf(PARTS);
    }

    @Test
    void processesKeysAndLogsAreNobodyElses() throws IOException {
        stopped.template().take(stopped);

        layAll();

        try (Stream<Path> all = Files.walk(fresh.data())) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .doesNotContain("kafka.log", "kafka.pid", "links.key");
        }
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        stopped.template().take(stopped);
        write(fresh.data().resolve("postgres/data/content"), "somebody's");

        layAll();

        assertThat(fresh.data().resolve("postgres/data/content")).hasContent("somebody's");
        assertThat(fresh.data().resolve("kafka")).doesNotExist();
    }

    @Test
    void aCopyThatWasCutIsMadeAnew() throws IOException {
        stopped.template().take(stopped);
        write(fresh.laying("kafka").resolve("kafka/half"), "a half");

        layAll();

        assertThat(fresh.data().resolve("kafka/data/content")).hasContent("kafka");
        assertThat(fresh.data().resolve("kafka/half")).doesNotExist();
    }

    @Test
    void aCopyThatWasCutAfterItsFirstPartLeavesNothingBehind() throws IOException {
        stopped.template().take(stopped);
        write(fresh.data().resolve("kafka/data/content"), "moved in");
        write(fresh.laying("postgres").resolve("postgres/data/content"), "not yet");

        layAll();

        assertThat(fresh.data().resolve("kafka/data/content")).hasContent("moved in");
        assertThat(fresh.data().toFile().list()).containsExactly("kafka"); // the other servers lay their own
    }

    @Test
    void withoutATemplateTheServersLayTheirOwn() throws IOException {
        layAll();

        assertThat(fresh.data()).isEmptyDirectory();
    }

    private void layAll() throws IOException {
        Template.Copy copy = fresh.template().into(fresh);
        PARTS.forEach(copy::lay);
    }

    private Layout layout(String data) throws IOException {
        Path folder = dir.resolve(data);
        Files.createDirectories(folder);
        Files.createDirectories(dir.resolve("deploy/local/target"));
        return new Layout(dir, folder);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
