package dev.usher.delivery;

import dev.usher.contracts.GuestLinks;
import dev.usher.contracts.avro.Content;
import dev.usher.contracts.avro.DeliveryStatus;
import dev.usher.testkit.TestBroker;
import dev.usher.testkit.TestClock;
import dev.usher.testkit.UsherTest;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service on real servers, with the emulator for Gmail and its waiting times cut short. */
@UsherTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "usher.gmail.timeout=2s",
            "usher.delivery.quarantine=800ms",
            "usher.delivery.lease=7s",
            "usher.delivery.park-first=700ms",
            "usher.delivery.backoff-first=100ms",
            "usher.delivery.read-every=500ms"
        })
@Import(BreakableMailboxes.Installed.class)
abstract class DeliveryTest {

    @Autowired
    TestBroker broker;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    BreakableMailboxes mailboxes;

    @Autowired
    GuestLinks links;

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void gmail(DynamicPropertyRegistry registry) {
        registry.add("usher.gmail.url", Scene.GMAIL::url);
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    String page(Scene scene) {
        return "/r/"
                + links.mint(
                        GuestLinks.Purpose.REGISTRATION,
                        scene.invitation,
                        clock.instant().plus(Duration.ofDays(300)));
    }

    /** A page as it is read. */
    String get(String uri) {
        return Objects.requireNonNull(http().get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** What the form of the page posts. */
    String post(Scene scene, String form) {
        return Objects.requireNonNull(http().post()
                .uri(page(scene))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** A scene whose invitation lies in the guest's inbox. */
    Scene invited() {
        Scene scene = scene();
        scene.decide(scene.approval().build());
        scene.told(DeliveryStatus.ACCEPTED);
        return scene;
    }

    Scene scene() {
        return new Scene(broker).known(database);
    }

    /** Another invitation to the same address. */
    Scene again(Scene scene) {
        Scene again = new Scene(broker);
        again.decide(again.approval(Content.newBuilder(again.content())
                        .setRecipient(scene.guest)
                        .build())
                .build());
        return again;
    }
}
