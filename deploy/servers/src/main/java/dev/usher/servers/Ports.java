package dev.usher.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports on the loopback address. */
public final class Ports {

    /** Below the range from which Linux takes ports for outgoing connections (32768 and up), so none strays onto ours. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;

    /** Servers that start side by side take theirs before they listen. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /**
     * A port that nobody listens on at this moment and that was not given before; it stays free over a restart of the
     * server that takes it.
     */
    public static synchronized int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .filter(port -> isFree(port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow();
    }

    /** {@link #free} will not give this one: somebody will listen there later. */
    public static synchronized void keep(int port) {
        GIVEN.add(port);
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
