package dev.usher.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Programs that run to their end before a server starts. */
final class Commands {

    private Commands() {}

    /** Runs it; an exit other than 0 is a {@link ServerFailure} with the line that says why. */
    static void run(String what, List<String> command) throws IOException {
        Process process = new ProcessBuilder(Prefix.ownGroup(command))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        CompletableFuture<String> printed =
                CompletableFuture.supplyAsync(() -> printed(process), Thread::startVirtualThread);
        if (exit(process) != 0) {
            throw new ServerFailure(
                    what + " cannot be made: " + LogTail.ofText(printed.join()).tellingLine());
        }
    }

    private static String printed(Process process) {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted", interrupted);
        }
    }
}
