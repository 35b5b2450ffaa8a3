package dev.usher.local;

import java.util.List;

/**
 * One of the four services: what it is called and what it needs beyond what all need.
 *
 * @param module also its jar, its log and a word of its command line
 * @param database in the PostgreSQL of this machine
 * @param heapMegabytes largest heap
 */
enum Service {
    CATALOG("event-catalog-service", "catalog", 160),
    MATCHING("matching-service", "matching", 320),
    INVITATION("invitation-service", "invitation", 224),
    DELIVERY("delivery-service", "delivery", 224);

    private final String module;
    private final String database;
    private final int heapMegabytes;

    Service(String module, String database, int heapMegabytes) {
        this.module = module;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    String module() {
        return module;
    }

    String database() {
        return database;
    }

    /**
     * Small machines first: one thread collects garbage, one compiler level keeps the start short, the young generation is
     * large enough for a start not to collect all the time, and the room for compiled code large enough for its filling
     * not to call for a full collection (the JVM does so at 15 % of it, address space only).
     */
    List<String> javaOptions() {
        return List.of(
                "-Xms80m",
                "-Xmn40m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dspring.aot.enabled=true",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.usher.contracts.avro");
    }
}
