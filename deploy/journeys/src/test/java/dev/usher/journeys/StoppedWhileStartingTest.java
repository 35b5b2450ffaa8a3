package dev.usher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal signals everything in its foreground group: deploy/up, and nothing but it, must do what is to be done. */
class StoppedWhileStartingTest {

    private static final Duration PROMPTLY = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    @Timeout(300)
    void aStopWhileTheServicesStartEndsEverythingAndIsNoFailure() throws Exception {
        Process launcher = RunningUsher.launch(RunningUsher.freeBase(), data);
        try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            List<String> started = lines.lines()
                    .takeWhile(line -> !line.contains("gateway is up"))
                    .toList();
            assertThat(started).noneMatch(line -> line.contains("delivery-service is up"));
            List<ProcessHandle> all = launcher.descendants().toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(8);

            signalTheGroupOf(launcher);

            assertThat(lines.lines()).noneMatch(line -> line.contains("died") || line.startsWith("ready "));
            assertThat(launcher.waitFor(PROMPTLY.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isZero();
            await().atMost(PROMPTLY).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }

    private static void signalTheGroupOf(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-TERM", "--", "-" + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }
}
