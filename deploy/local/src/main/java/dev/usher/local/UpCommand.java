package dev.usher.local;

import dev.usher.local.client.Terminal;
import dev.usher.local.demo.Demo;
import dev.usher.local.samples.Samples;
import dev.usher.servers.Server;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/up}: starts everything, says ready, and stays until it is told to stop. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080")
    private int port;

    @Option(names = "--data", defaultValue = "")
    private String data = "";

    @Option(names = "--demo")
    private boolean demo;

    @Option(names = "--fresh")
    private boolean fresh;

    private final Terminal terminal = new Terminal(System.out);

    @Override
    public Integer call() throws Exception {
        Stop stop = Stop.atSignal();
        PublicPorts ports = new PublicPorts(port);
        Layout layout = Layout.of(data);
        if (fresh) {
            layout.requireOurs();
        }
        layout.prepare();
        try (DataLock lock = DataLock.take(layout)) {
            keepOpen(layout, ports, stop);
        }
        terminal.step("stopped; the data stays in " + layout.data());
        return 0;
    }

    private void keepOpen(Layout layout, PublicPorts ports, Stop stop) throws Exception {
        try (House house = new House(terminal, stop)) {
            stop.cuts(() -> open(house, layout, ports, stop));
            terminal.step("stopping");
        } finally {
            Files.deleteIfExists(layout.census());
        }
    }

    /** Returns or is broken off when a stop is asked for. */
    private @Nullable Void open(House house, Layout layout, PublicPorts ports, Stop stop) throws Exception {
        Server.stopOrphans(layout.data()); // of a launcher that was killed; the lock says that none lives
        ports.requireFree();
        if (fresh) {
            layout.empty();
            layout.prepare();
        }
        house.open(new Machine(layout, ports, layout.template().into(layout)).floors());
        Files.writeString(layout.census(), house.census());
        new Samples(ports.url(), layout.data(), terminal).load();
        terminal.line("ready " + ports.url());
        welcome(ports);
        if (demo) {
            new Demo(ports.addresses(), terminal).play();
        }
        stop.await();
        return null;
    }

    private void welcome(PublicPorts ports) {
        terminal.line("      desk and chat     " + ports.url() + "/");
        terminal.line("      everyone's mail   http://127.0.0.1:" + ports.gmail() + "/");
        terminal.line("      type in the chat  Invite DataFlow to the Customer Success Summit");
        terminal.line("      stop              Ctrl-C");
    }
}
