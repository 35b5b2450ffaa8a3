package dev.usher.gmail;

import static dev.usher.gmail.Gmails.ANA;
import static dev.usher.gmail.Gmails.MARIA;
import static dev.usher.gmail.Gmails.draft;
import static dev.usher.gmail.Gmails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    /** A process of its own, as the launcher starts it. */
    private record Emulator(Process process, Gmail.Users gmail) {
        static Emulator start(Path dir) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var classes = System.getProperty("java.class.path");
            var command =
                    List.of(java, "-Xmx96m", "-cp", classes, Main.class.getName(), "--port", "0", "--dir", "" + dir);
            return of(new ProcessBuilder(command).redirectErrorStream(true).start());
        }

        private static Emulator of(Process process) throws IOException {
            var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
            var url = Objects.requireNonNull(out.readLine()).replace("ready ", "");
            var gmail = new Gmail.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
                    .setRootUrl(url + "/")
                    .setApplicationName("usher");
            return new Emulator(process, gmail.build().users());
        }

        void kill() {
            process.destroyForcibly();
            Awaitility.await().until(() -> !process.isAlive());
        }
    }

    @Test
    void whatWasAnsweredBeforeAKillIsThereAfterIt() throws Exception {
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        var emulator = Emulator.start(dir);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> sendUntilItDies(emulator.gmail(), sent));
            }
            try {
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sent.size() >= 40);
            } finally {
                emulator.kill();
            }
        }
        try (var again = GmailEmulator.start(dir, 0)) {
            var kept = again.mails(ANA).stream()
                    .filter(it -> it.has("SENT"))
                    .map(it -> it.message().id());
            assertThat(kept).containsAll(sent);
            assertThat(again.mails(MARIA)).hasSizeGreaterThanOrEqualTo(sent.size());
            assertThat(again.mails(MARIA))
                    .extracting(it -> it.header("Subject"))
                    .doesNotHaveDuplicates();
        }
    }

    private static void sendUntilItDies(Gmail.Users gmail, Queue<String> sent) {
        try {
            while (true) {
                var made = gmail.drafts()
                        .create(ANA, draft(mail("Mail " + java.util.UUID.randomUUID())))
                        .execute();
                sent.add(gmail.drafts().send(ANA, made).execute().getId());
            }
        } catch (IOException e) {
            // It died, as it was to.
        }
    }

    @Test
    void aTornTailIsMovedAsideAndAllBeforeItKept() throws IOException {
        try (var emulator = GmailEmulator.start(dir, 0)) {
            Gmails.client(emulator)
                    .users()
                    .drafts()
                    .create(ANA, draft(mail("Kept")))
                    .execute();
        }
        var journal = dir.resolve("journal");
        var whole = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.APPEND);

        for (int start = 0; start < 2; start++) {
            try (var emulator = GmailEmulator.start(dir, 0)) {
                assertThat(Gmails.last(emulator, ANA).header("Subject")).isEqualTo("Kept");
                Gmails.client(emulator)
                        .users()
                        .drafts()
                        .create(MARIA, draft(mail("After")))
                        .execute();
            }
        }
        try (var emulator = GmailEmulator.start(dir, 0)) {
            assertThat(emulator.mails(MARIA)).hasSize(2);
        }
        assertThat(dir.resolve("journal.torn")).hasSize(whole.length / 2);
    }

    @Test
    void aFrameOfFullLengthWithWrongBytesIsNotBelieved() throws IOException {
        try (var emulator = GmailEmulator.start(dir, 0)) {
            Gmails.client(emulator)
                    .users()
                    .drafts()
                    .create(ANA, draft(mail("Kept")))
                    .execute();
            Gmails.client(emulator)
                    .users()
                    .drafts()
                    .create(ANA, draft(mail("Scrambled")))
                    .execute();
        }
        var journal = Files.readAllBytes(dir.resolve("journal"));
        journal[journal.length - 400] ^= 1;
        Files.write(dir.resolve("journal"), journal);
        try (var emulator = GmailEmulator.start(dir, 0)) {
            assertThat(emulator.mails(ANA))
                    .extracting(it -> it.header("Subject"))
                    .containsExactly("Kept");
        }
    }

    @Test
    void aJournalCutAnywhereStillOpens() throws IOException {
        try (var emulator = GmailEmulator.start(dir, 0)) {
            Gmails.client(emulator)
                    .users()
                    .drafts()
                    .create(ANA, draft(mail("One")))
                    .execute();
            Gmails.client(emulator)
                    .users()
                    .drafts()
                    .create(ANA, draft(mail("Two")))
                    .execute();
        }
        var whole = Files.readAllBytes(dir.resolve("journal"));
        for (int length = 0; length < whole.length; length += 97) {
            var cut = Files.createDirectory(dir.resolve("cut-" + length));
            Files.write(cut.resolve("journal"), java.util.Arrays.copyOf(whole, length));
            try (var emulator = GmailEmulator.start(cut, 0)) {
                assertThat(emulator.mails(ANA)).hasSizeLessThan(2);
            }
        }
    }

    @Test
    void historyIdsGoOnWhereTheyWereAfterARestart() throws IOException {
        java.math.BigInteger before;
        try (var emulator = GmailEmulator.start(dir, 0)) {
            before = Gmails.client(emulator).users().getProfile(ANA).execute().getHistoryId();
        }
        try (var emulator = GmailEmulator.start(dir, 0)) {
            var gmail = Gmails.client(emulator).users();
            gmail.drafts().create(ANA, draft(mail("Later"))).execute();
            assertThat(gmail.history()
                            .list(ANA)
                            .setStartHistoryId(before)
                            .execute()
                            .getHistory())
                    .hasSize(1);
        }
    }

    @Test
    void aDirectoryServesOneEmulatorAtATime() throws IOException {
        try (var emulator = GmailEmulator.start(dir, 0)) {
            assertThatThrownBy(() -> GmailEmulator.start(dir, 0)).hasMessageContaining("in use");
            assertThat(emulator.users()).isEmpty();
        }
    }
}
