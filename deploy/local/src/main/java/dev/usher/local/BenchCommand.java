package dev.usher.local;

import dev.usher.local.bench.ChatToDraft;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/bench}: figures of a running Usher. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080")
    private int port;

    @Parameters(arity = "0..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        for (String name : names.isEmpty() ? List.of("chat") : names) {
            measure(name);
        }
        return 0;
    }

    private void measure(String name) {
        if (!name.equals("chat")) {
            throw new CannotStart("there is no benchmark " + name + "; known: chat");
        }
        System.out.println("measuring chat line to draft on " + new PublicPorts(port).url() + " ...");
        new ChatToDraft(new PublicPorts(port).addresses()).measure().forEach(System.out::println);
    }
}
