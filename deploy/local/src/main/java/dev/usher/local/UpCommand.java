package dev.usher.local;

import dev.usher.local.client.Terminal;
import dev.usher.local.demo.Demo;
import dev.usher.local.samples.Samples;
import dev.usher.servers.Server;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;

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
    private final CountDownLatch stopAsked = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        PublicPorts ports = new PublicPorts(port);
        Layout layout = Layout.of(data);
        layout.prepare();
        try (DataLock lock = DataLock.take(layout)) {
            Server.stopOrphans(layout.data()); // of a launcher that was killed; the lock says that none lives
            ports.requireFree();
            if (fresh) {
                layout.empty();
                layout.prepare();
            }
            return run(layout, ports);
        }
    }

    private int run(Layout layout, PublicPorts ports) throws Exception {
        Machine machine = new Machine(layout, ports);
        try (House house = new House(terminal)) {
            listenForSignals(house);
            house.open(machine.floors());
            Files.writeString(layout.census(), house.census());
            new Samples(ports.url(), layout.data(), terminal).load();
            terminal.line("ready " + ports.url());
            welcome(ports);
            if (demo) {
                new Demo(ports.addresses(), terminal).play();
            }
            stopAsked.await();
            terminal.step("stopping");
        } finally {
            Files.deleteIfExists(layout.census());
        }
        terminal.step("stopped; the data stays in " + layout.data());
        return 0;
    }

    /** By signal handler and not by shutdown hook: hooks run side by side, and the services must stop before PostgreSQL. */
    private void listenForSignals(House house) {
        for (String signal : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(signal), received -> {
                stopAsked.countDown();
                house.interrupt();
            });
        }
    }

    private void welcome(PublicPorts ports) {
        terminal.line("      desk and chat     " + ports.url() + "/");
        terminal.line("      everyone's mail   http://127.0.0.1:" + ports.gmail() + "/");
        terminal.line("      type in the chat  Invite DataFlow to the Customer Success Summit");
        terminal.line("      stop              Ctrl-C");
    }
}
