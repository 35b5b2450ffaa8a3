package dev.usher.local;

import dev.usher.servers.Server;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Kafka, PostgreSQL or the registry as a part that is kept running. */
final class RealServer implements Part {

    private final String name;
    private final int port;
    private final Supplier<Server> first;
    private volatile @Nullable Server server;

    /** @param first starts it for the first time and returns once it answers */
    RealServer(String name, int port, Supplier<Server> first) {
        this.name = name;
        this.port = port;
        this.first = first;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        Server current = server;
        if (current == null) {
            server = first.get();
        } else {
            current.restart();
        }
    }

    @Override
    public boolean alive() {
        Server current = server;
        return current != null && current.isAlive();
    }

    @Override
    public long pid() {
        Server current = server;
        return current == null ? -1 : current.pid();
    }

    @Override
    public void stop() {
        Server current = server;
        if (current != null) {
            current.close();
        }
    }
}
