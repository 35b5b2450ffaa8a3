package dev.usher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.usher.local.JavaProcess.Address;
import dev.usher.local.JavaProcess.Program;
import dev.usher.local.client.Terminal;
import dev.usher.servers.PidFile;
import dev.usher.servers.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: the JDK's own web server, which is ready once it serves a file that a test lays down. */
@Timeout(120)
class HouseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Stop stop = new Stop();
    private final House house = new House(new Terminal(new PrintStream(told, true, StandardCharsets.UTF_8)), stop);

    @BeforeEach
    void layDownWhatTellsReadiness() throws IOException {
        Files.createDirectories(dir.resolve("processes"));
        Files.writeString(dir.resolve("ready"), "yes");
    }

    @Test
    void aPartThatDiesIsStartedAgainUntilTheHouseIsClosed() throws Exception {
        Part server = webServer("server");
        house.open(List.of(List.of(server)));
        long first = server.pid();

        kill(server);
        await().atMost(PATIENCE).until(this::told, text -> text.contains("server is up again"));
        assertThat(server.pid()).isNotEqualTo(first);

        house.close();
        assertThat(server.alive()).isFalse();
    }

    @Test
    void closingCutsAStartThatWouldNeverEnd() throws Exception {
        Part server = webServer("server");
        house.open(List.of(List.of(server)));
        long first = server.pid();
        Files.delete(dir.resolve("ready"));
        kill(server);
        await().atMost(PATIENCE).until(() -> server.pid() != first && server.alive());

        house.close();

        assertThat(server.alive()).isFalse();
        assertThat(told()).doesNotContain("does not start");
    }

    @Test
    void onceAStopIsAskedForNothingIsStartedAgain() throws Exception {
        Part server = webServer("server");
        house.open(List.of(List.of(server)));
        long first = server.pid();

        stop.ask();
        kill(server);
        house.close();

        assertThat(server.pid()).isEqualTo(first);
        assertThat(told()).doesNotContain("died");
    }

    @Test
    void theFirstFailureIsToldUnderItsOwnNameThoughOthersStillWait() throws IOException {
        Files.delete(dir.resolve("ready"));
        Part waits = webServer("waits");
        Part breaks = process("breaks", Ports.free(), List.of("-version"), dir.resolve("processes"));

        assertThatThrownBy(() -> house.open(List.of(List.of(waits, breaks))))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("breaks stopped while starting");

        house.close();
        assertThat(waits.alive()).isFalse();
    }

    @Test
    void whatStandsOnTheGroundFloorBeginsOnceThatAnswers() throws Exception {
        Files.delete(dir.resolve("ready"));
        Part ground = webServer("ground");
        Part above = webServer("above");
        FutureTask<Void> opening = new FutureTask<>(() -> {
            house.open(List.of(List.of(ground), List.of(above)));
            return null;
        });
        Thread.ofVirtual().start(opening);
        await().atMost(PATIENCE).until(ground::alive);
        await().during(Duration.ofSeconds(1)).until(() -> !above.alive());

        layDownWhatTellsReadiness();

        opening.get();
        assertThat(above.alive()).isTrue();
        house.close();
        assertThat(above.alive()).isFalse();
    }

    @Test
    void aProgramRunsOutOfReachOfTheTerminal() throws Exception {
        Part server = webServer("server");
        house.open(List.of(List.of(server)));

        assertThat(session(server.pid())).isEqualTo(server.pid());

        house.close();
    }

    @Test
    void aProcessThatNoLaterLauncherCouldFindIsNotLeftRunning() {
        Part lost = webServer("lost", dir.resolve("no-such-folder"));

        assertThatThrownBy(() -> house.open(List.of(List.of(lost))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot start lost");

        await().atMost(PATIENCE).until(() -> ours().findAny().isEmpty());
    }

    private Part webServer(String name) {
        return webServer(name, dir.resolve("processes"));
    }

    private Part webServer(String name, Path remembered) {
        int port = Ports.free();
        return process(
                name,
                port,
                List.of("-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", Integer.toString(port), "-d", dir.toString()),
                remembered);
    }

    private Part process(String name, int port, List<String> arguments, Path remembered) {
        return new JavaProcess(new Program(
                name,
                arguments,
                Map.of(),
                new Address(port, "/ready"),
                Duration.ofSeconds(10),
                dir.resolve(name + ".log"),
                new PidFile(remembered.resolve(name + PidFile.SUFFIX))));
    }

    private Stream<ProcessHandle> ours() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(dir.toString()));
    }

    private static void kill(Part part) {
        ProcessHandle process = ProcessHandle.of(part.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static long session(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "sid=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
