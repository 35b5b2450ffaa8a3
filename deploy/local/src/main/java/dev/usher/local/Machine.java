package dev.usher.local;

import dev.usher.local.gateway.Upstreams;
import dev.usher.servers.KafkaServer;
import dev.usher.servers.Ports;
import dev.usher.servers.PostgresServer;
import dev.usher.servers.RegistryServer;
import dev.usher.servers.Server;
import dev.usher.servers.StartCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Everything that runs on this machine and how it is wired: addresses, data folders, settings. */
final class Machine {

    /** What the processes are started for. */
    private enum Use {
        WORK(Duration.ofSeconds(10)),
        /** A JVM writes its start-up cache while it ends. */
        TRAINING(Duration.ofSeconds(120));

        private final Duration stopsWithin;

        Use(Duration stopsWithin) {
            this.stopsWithin = stopsWithin;
        }
    }

    private final Layout layout;
    private final PublicPorts ports;
    private final Template.Copy template;
    private final Map<Service, Integer> servicePorts = new EnumMap<>(Service.class);

    /** @param template what the servers begin with where the data folder is new */
    Machine(Layout layout, PublicPorts ports, Template.Copy template) {
        this.layout = layout;
        this.ports = ports;
        this.template = template;
    }

    /** Servers, services and the gateway, each floor standing on those before it. */
    List<List<Part>> floors() {
        return floors(Use.WORK, KafkaServer::start, RegistryServer::start);
    }

    /** The same, but each process writes its start-up cache when it stops. */
    List<List<Part>> floorsInTraining() {
        return floors(Use.TRAINING, KafkaServer::train, RegistryServer::train);
    }

    private List<List<Part>> floors(
            Use use, BiFunction<Path, Integer, KafkaServer> kafka, BiFunction<Path, Integer, RegistryServer> registry) {
        List<Part> ground = List.of(
                server("kafka", ports.kafka(), kafka),
                server("postgres", ports.postgres(), PostgresServer::start),
                server("registry", ports.registry(), registry),
                gmail(use));
        List<Part> services = Stream.of(Service.values())
                .map(service -> service(service, use))
                .toList();
        return List.of(ground, services, List.of(new Door(ports.gateway(), upstreams())));
    }

    private Part server(String name, int port, BiFunction<Path, Integer, ? extends Server> start) {
        return new RealServer(name, port, () -> {
            template.lay(name);
            return start.apply(layout.data().resolve(name), port);
        });
    }

    private Upstreams upstreams() {
        return new Upstreams(
                address(Service.CATALOG),
                address(Service.MATCHING),
                address(Service.INVITATION),
                address(Service.DELIVERY));
    }

    private Part gmail(Use use) {
        Path program = layout.project().resolve("deploy/gmail/target/gmail-emulator.jar");
        List<String> arguments =
                new ArrayList<>(List.of("-Xms16m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        arguments.addAll(startUpCache("gmail", use));
        arguments.addAll(List.of("-jar", program.toString()));
        arguments.addAll(List.of("--port", Integer.toString(ports.gmail())));
        arguments.addAll(List.of("--dir", layout.data().resolve("gmail").toString()));
        return new JavaProcess(new JavaProcess.Program(
                "gmail",
                arguments,
                Map.of(),
                new JavaProcess.Address(ports.gmail(), "/mailboxes"),
                use.stopsWithin,
                layout.log("gmail"),
                layout.pid("gmail")));
    }

    private Part service(Service service, Use use) {
        Programs.unpack(layout, service);
        List<String> arguments = new ArrayList<>(service.javaOptions());
        arguments.addAll(startUpCache(service.module(), use));
        arguments.add("-jar");
        arguments.add(layout.jar(service.module()).toString());
        return new JavaProcess(new JavaProcess.Program(
                service.module(),
                arguments,
                environment(service),
                new JavaProcess.Address(port(service), "/actuator/health/readiness"),
                use.stopsWithin,
                layout.log(service.module()),
                layout.pid(service.module())));
    }

    private List<String> startUpCache(String program, Use use) {
        StartCache cache = new StartCache(layout.startUpCache(program));
        return use == Use.TRAINING ? cache.write() : cache.use();
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", Integer.toString(port(service)));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("USHER_INSTANCE", service.module() + "-0");
        settings.put("USHER_KAFKA_BOOTSTRAP_SERVERS", ports.broker());
        settings.put("USHER_REGISTRY_URL", "http://127.0.0.1:" + ports.registry());
        settings.put("USHER_POSTGRES_HOST", "127.0.0.1");
        settings.put("USHER_POSTGRES_PORT", Integer.toString(ports.postgres()));
        settings.put("USHER_POSTGRES_DATABASE", service.database());
        settings.put("USHER_PUBLIC_URL", ports.url());
        settings.put("USHER_LINKS_KEY", new LinkKey(layout.key("links.key")).base64());
        settings.put("USHER_GMAIL_URL", "http://127.0.0.1:" + ports.gmail());
        settings.put("USHER_MATCHING_URL", address(Service.MATCHING));
        settings.put(
                "USHER_MATCHING_STATE_DIR",
                layout.data().resolve("matching-state").toString());
        settings.put("USHER_DELIVERY_URL", address(Service.DELIVERY));
        return settings;
    }

    private String address(Service service) {
        return "http://127.0.0.1:" + port(service);
    }

    private int port(Service service) {
        return servicePorts.computeIfAbsent(service, first -> Ports.free());
    }
}
