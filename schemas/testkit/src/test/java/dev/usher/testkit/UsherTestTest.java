package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.CustomerInterest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;

@UsherTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "usher.public-url=http://the.tests.own")
class UsherTestTest {

    private static final Instant NOON = Instant.parse("2027-03-09T12:00:00Z");

    @Autowired
    TestBroker broker;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    Clock itsClock;

    @Value("${usher.public-url}")
    String publicUrl = "";

    @Test
    void aRecordComesOutOfItsTopicAsItWentIn() {
        String customer = "dataflow-" + UUID.randomUUID();
        CustomerInterest interest = Samples.interest().setCustomerId(customer).build();

        String id = broker.send(Topics.CUSTOMER_INTERESTS, customer, interest);

        Seen<CustomerInterest> seen = broker.awaitRecord(
                Topics.CUSTOMER_INTERESTS,
                CustomerInterest.class,
                record -> record.key().equals(customer));
        assertThat(seen.body()).isEqualTo(interest);
        assertThat(seen.id()).isEqualTo(id);
        assertThat(broker.records(Topics.CUSTOMER_INTERESTS, CustomerInterest.class))
                .contains(seen);
    }

    @Test
    void bytesThatAreNoRecordCanBeSentAndSeen() {
        String key = UUID.randomUUID().toString();

        broker.sendBytes(Topics.CUSTOMERS, key, new byte[] {7, 7}, Map.of("message-id", "garbage"));
        broker.sendBytes(Topics.CUSTOMERS, key, null, Map.of());

        broker.awaitBytes(Topics.CUSTOMERS, record -> record.key().equals(key) && record.value() == null);
        List<Seen<byte[]>> all = broker.bytes(Topics.CUSTOMERS).stream()
                .filter(record -> record.key().equals(key))
                .toList();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().body()).containsExactly(7, 7);
        assertThat(all.getFirst().id()).isEqualTo("garbage");
        assertThat(all.getLast().id()).isEmpty();
        assertThatThrownBy(() -> all.getLast().body()).hasMessageContaining("tombstone");
    }

    @Test
    void everySampleIsARecordItsTopicTakes() {
        Samples.ALL.forEach((topic, sample) ->
                assertThat(broker.encode(topic, sample.get())).startsWith(0));
        assertThat(Samples.ALL)
                .containsOnlyKeys(Topics.ALL.stream().map(Topics.Topic::name).toList());
    }

    @Test
    void theDatabaseIsTheOneOfTheTests() {
        String name = database.sql("select current_database()")
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(10));
        assertThat(name).isEqualTo(TestServers.DATABASE);
    }

    @Test
    void theServicesClockIsTheTestsClock() {
        clock.set(NOON);
        clock.advance(Duration.ofDays(1));
        assertThat(itsClock.instant()).isEqualTo("2027-03-10T12:00:00Z");
    }

    @AfterEach
    void aTestStartsInThePresent() {
        clock.reset();
        assertThat(Duration.between(Instant.now(), itsClock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whatTheTestSetsItselfStands() {
        assertThat(publicUrl).isEqualTo("http://the.tests.own");
    }
}
