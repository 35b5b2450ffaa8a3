package dev.usher.local;

import dev.usher.local.client.Terminal;
import dev.usher.local.samples.Samples;
import dev.usher.servers.Ports;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The last step of the build: starts everything once and loads the samples, so that each JVM can write what it loaded
 * and linked into a cache (JEP 483, 514). With it a process starts with a fraction of the work.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal = new Terminal(System.out);

    @Override
    public Integer call() throws Exception {
        Layout project = Layout.of("");
        Path folder = project.project().resolve("deploy/local/target/training");
        Programs.remove(folder);
        Layout layout = new Layout(project.project(), folder);
        layout.prepare();
        try (House house = new House(terminal)) {
            PublicPorts ports = new PublicPorts(20_000 + Ports.free() % 10_000);
            house.open(new Machine(layout, ports).floorsInTraining());
            new Samples(ports.url(), layout.data(), terminal).load();
        }
        Programs.remove(folder);
        return 0;
    }
}
