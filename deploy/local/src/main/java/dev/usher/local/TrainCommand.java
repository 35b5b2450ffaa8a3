package dev.usher.local;

import dev.usher.local.client.Terminal;
import dev.usher.local.samples.Samples;
import dev.usher.servers.Ports;
import dev.usher.servers.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * The last step of the build. Starts everything once for the {@link Template}, and once more, as a user's first start
 * does, with the samples, so that each JVM can write what it loaded and linked into a cache (JEP 483, 514). With both a
 * start has a fraction of the work.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    private final Terminal terminal = new Terminal(System.out);

    @Override
    public Integer call() throws Exception {
        Layout project = Layout.of("");
        Path folder = project.project().resolve("deploy/local/target/training");
        if (Files.exists(folder)) {
            Server.stopOrphans(folder); // of a training that was killed
            Programs.remove(folder);
        }
        Layout layout = new Layout(project.project(), folder);
        layout.prepare();
        Stop stop = Stop.atSignal();
        PublicPorts ports = new PublicPorts(20_000 + Ports.free() % 10_000);
        ports.requireFree();
        Machine machine = new Machine(layout, ports, layout.template().into(layout));
        inHouse(stop, folder, house -> house.open(machine.floors()));
        stop.cuts(() -> keep(layout));
        inHouse(stop, folder, house -> {
            house.open(machine.floorsInTraining());
            new Samples(ports.url(), layout.data(), terminal).load();
        });
        Programs.remove(folder);
        return stop.asked() ? INTERRUPTED : 0;
    }

    private static @Nullable Void keep(Layout stopped) throws IOException {
        stopped.template().take(stopped);
        return null;
    }

    private void inHouse(Stop stop, Path folder, Rehearsal rehearsal) throws Exception {
        try (House house = new House(terminal, stop)) {
            stop.cuts(() -> {
                rehearsal.in(house);
                return null;
            });
            if (stop.asked()) {
                Server.stopOrphans(folder); // an orderly stop would take the time to write what half a training learned
            }
        }
    }

    private interface Rehearsal {
        void in(House house) throws Exception;
    }
}
