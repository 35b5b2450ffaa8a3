package dev.usher.servers;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The safety net: when this JVM ends, servers that nobody closed are stopped. */
public final class AtExit {

    private static final Set<Server> RUNNING = ConcurrentHashMap.newKeySet();
    private static final List<Runnable> FIRST = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run, "stop-servers"));
    }

    private AtExit() {}

    /**
     * Has this done before the servers stop: the JVM runs its shutdown hooks in no order, and whoever uses the servers
     * must be gone first.
     */
    public static void first(Runnable stop) {
        FIRST.add(stop);
    }

    static void stop(Server server) {
        RUNNING.add(server);
    }

    static void forget(Server server) {
        RUNNING.remove(server);
    }

    private static void run() {
        try {
            FIRST.forEach(Runnable::run);
        } finally {
            RUNNING.parallelStream().forEach(Server::close);
        }
    }
}
