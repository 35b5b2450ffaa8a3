package dev.usher.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs that run to their end before a server starts. */
final class Commands {

    private Commands() {}

    /** Runs it; an exit other than 0 is a {@link ServerFailure} with the line that says why. */
    static void run(String what, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exit(process) != 0) {
            throw new ServerFailure(
                    what + " cannot be made: " + LogTail.ofText(printed).tellingLine());
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
