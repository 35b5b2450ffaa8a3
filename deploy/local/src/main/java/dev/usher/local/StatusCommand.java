package dev.usher.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/status}: what runs and what does not. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--data", defaultValue = "")
    private String data = "";

    @Override
    public Integer call() throws IOException {
        Layout layout = Layout.of(data);
        if (Files.notExists(layout.census())) {
            System.out.println("nothing runs on " + layout.data() + "; start it with deploy/up");
            return 1;
        }
        List<String[]> parts = Files.readAllLines(layout.census()).stream()
                .map(line -> line.split("\t", 2))
                .toList();
        boolean allUp = true;
        for (String[] part : parts) {
            boolean up = listens(Integer.parseInt(part[1]));
            allUp &= up;
            System.out.printf("%-24s %-6s 127.0.0.1:%s%n", part[0], up ? "up" : "DOWN", part[1]);
        }
        tellMemory(layout);
        return allUp ? 0 : 1;
    }

    private static void tellMemory(Layout layout) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(layout.lock()).strip()))
                .ifPresent(launcher -> System.out.printf(
                        "%-24s %d MB in %d processes%n",
                        "memory",
                        Memory.megabytes(launcher)
                                + launcher.descendants()
                                        .mapToLong(Memory::megabytes)
                                        .sum(),
                        1 + launcher.descendants().count()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
