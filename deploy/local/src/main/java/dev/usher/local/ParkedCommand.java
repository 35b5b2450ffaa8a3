package dev.usher.local;

import dev.usher.contracts.Topics;
import dev.usher.messaging.Parked;
import dev.usher.messaging.Parking;
import dev.usher.messaging.Replayed;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/parked}: records that could not be handled, and their way back. */
@Command(name = "parked")
final class ParkedCommand {

    @Command(name = "list")
    int list(@Option(names = "--broker", defaultValue = "127.0.0.1:9092") String broker) {
        List<Parked> parked = reached(broker, Parking::list);
        if (parked.isEmpty()) {
            System.out.println("nothing is parked");
        }
        parked.forEach(
                records -> System.out.printf("%-22s %6d  %s%n", records.topic(), records.count(), records.cause()));
        return 0;
    }

    @Command(name = "replay")
    int replay(
            @Option(names = "--broker", defaultValue = "127.0.0.1:9092") String broker,
            @Parameters(paramLabel = "TOPIC") String topic) {
        if (Topics.ALL.stream()
                .noneMatch(known -> known.name().equals(topic) || known.parked().equals(topic))) {
            throw new CannotStart("there is no topic " + topic + "; deploy/parked list shows what is parked");
        }
        Replayed replayed = reached(broker, parking -> parking.replay(topic));
        System.out.println(replayed.sent() + " records of " + topic + " were sent back");
        if (replayed.superseded() > 0) {
            System.out.println(replayed.superseded() + " were not: a newer record of the same key is there by now");
        }
        return 0;
    }

    private static <T> T reached(String broker, Function<Parking, T> work) {
        try {
            return work.apply(new Parking(broker));
        } catch (TimeoutException away) {
            throw new CannotStart("no Kafka answers at " + broker, away);
        }
    }
}
