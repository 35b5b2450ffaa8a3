package dev.usher.local;

import dev.usher.local.gateway.Gateway;
import dev.usher.local.gateway.Upstreams;
import org.jspecify.annotations.Nullable;

/** The gateway as a part; it lives in the launcher's own process. */
final class Door implements Part {

    private final int port;
    private final Upstreams upstreams;
    private volatile @Nullable Gateway gateway;

    Door(int port, Upstreams upstreams) {
        this.port = port;
        this.upstreams = upstreams;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        gateway = Gateway.open(port, upstreams);
    }

    @Override
    public boolean alive() {
        Gateway current = gateway;
        return current != null && current.isOpen();
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void stop() {
        Gateway current = gateway;
        if (current != null) {
            current.close();
        }
    }
}
