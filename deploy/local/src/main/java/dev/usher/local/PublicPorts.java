package dev.usher.local;

import dev.usher.local.client.Addresses;
import dev.usher.servers.Ports;
import java.util.Map;

/**
 * The public ports on 127.0.0.1, all shifted together with the gateway's.
 *
 * @param gateway 8080 by default
 */
public record PublicPorts(int gateway) {

    private static final int DEFAULT_GATEWAY = 8080;

    public PublicPorts {
        if (gateway < 2648 || gateway > 64523) {
            throw new CannotStart(
                    "--port " + gateway + " leaves no room for the other ports; choose one from 2648 to 64523");
        }
    }

    public int kafka() {
        return shifted(9092);
    }

    public int registry() {
        return shifted(8081);
    }

    public int postgres() {
        return shifted(5433);
    }

    public int gmail() {
        return shifted(8025);
    }

    /** The address a person opens. */
    public String url() {
        return "http://127.0.0.1:" + gateway;
    }

    public String broker() {
        return "127.0.0.1:" + kafka();
    }

    Addresses addresses() {
        return new Addresses(url(), "http://127.0.0.1:" + gmail(), broker());
    }

    private int shifted(int usual) {
        return usual + gateway - DEFAULT_GATEWAY;
    }

    /** Throws {@link CannotStart} naming the first port that something else holds; the others are kept for these. */
    void requireFree() {
        Map<String, Integer> all = Map.of(
                "gateway",
                gateway,
                "Kafka",
                kafka(),
                "registry",
                registry(),
                "PostgreSQL",
                postgres(),
                "Gmail emulator",
                gmail());
        all.forEach(PublicPorts::requireFree);
        all.values().forEach(Ports::keep); // each is taken only when its part starts
    }

    private static void requireFree(String what, int port) {
        if (!Ports.isFree(port)) {
            throw new CannotStart(
                    "port " + port + " (" + what + ") is in use; stop what uses it, or choose others with --port N");
        }
    }
}
