package dev.usher.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import dev.usher.contracts.avro.Customer;
import dev.usher.testkit.TestBroker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@MatchingTest
class CustomerBookTest {

    @Autowired
    private TestBroker broker;

    @LocalServerPort
    private int port;

    private Scene scene;
    private String id;

    @BeforeEach
    void begin() {
        scene = new Scene(broker, port);
        id = scene.customer(1);
    }

    @Test
    void whatWasPutIsInTheLogAndCanBeReadAtOnce() {
        put("{\"name\":\"Zephyr Tools\",\"location\":{\"country\":\"Germany\"}}", null)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        get(id).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.location.country")
                .isEqualTo("DE");
        Customer logged = broker.awaitRecord(
                        Topics.CUSTOMERS, Customer.class, seen -> seen.key().equals(id))
                .body();
        assertThat(logged.getName()).isEqualTo("Zephyr Tools");
        assertThat(logged.getVersion()).isEqualTo(1);
    }

    @Test
    void everyChangeIsAVersionAndSayingTheSameIsNone() {
        put("{\"name\":\"One\"}", null).expectStatus().isCreated();
        put("{\"name\":\"Two\"}", "\"1\"").expectHeader().valueEquals("ETag", "\"2\"");
        put("{\"name\":\"Two\"}", null).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        put("{\"name\":\"Three\"}", "\"1\"").expectStatus().isEqualTo(412);
    }

    @Test
    void aContactWithoutIdKeepsTheOneItHas() {
        put(
                "{\"name\":\"N\",\"contacts\":[{\"id\":\"maria\",\"name\":\"M\",\"email\":\"m@n.example\",\"optedOut\":true}]}",
                null);
        put("{\"name\":\"N\",\"contacts\":[{\"name\":\"Maria\",\"email\":\"M@n.example\"}]}", null)
                .expectBody()
                .jsonPath("$.contacts[0].id")
                .isEqualTo("maria")
                .jsonPath("$.contacts[0].optedOut")
                .isEqualTo(true);
    }

    @Test
    void eachWrongFieldIsNamed() {
        put("""
                        {"name":" ","timeZone":"Mars/Base","location":{"country":"Atlantis"},"csm":{"name":"Ana"},
                         "contacts":[{"name":"A","email":"a@b.example"},{"email":"not an address","role":"KING"}]}""", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString())
                        .contains(
                                "\"name\"",
                                "\"timeZone\"",
                                "\"location.country\"",
                                "\"contacts[1].name\"",
                                "\"contacts[1].email\"",
                                "\"contacts[1].role\""));
        put("{\"name\":\"a\\u0007b\"}", null).expectStatus().isBadRequest();
        put("{\"name\":\"a\",\"interests\":[\"AI\",null]}", null)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("interests[1]: must not be null");
        put("{\"name\":{}}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        get(id).expectStatus().isNotFound();
    }

    @Test
    void anOptOutSurvivesThatItsContactGetsAnId() {
        put("{\"name\":\"N\",\"contacts\":[{\"name\":\"M\",\"email\":\"m@n.example\",\"optedOut\":true}]}", null);
        put("{\"name\":\"N\",\"contacts\":[{\"id\":\"maria\",\"name\":\"M\",\"email\":\"m@n.example\"}]}", null)
                .expectBody()
                .jsonPath("$.contacts[0].id")
                .isEqualTo("maria")
                .jsonPath("$.contacts[0].optedOut")
                .isEqualTo(true);
    }

    @Test
    void whatMustExistIsNotMade() {
        put("{\"name\":\"N\"}", "*").expectStatus().isEqualTo(412);
        put("{\"name\":\"N\"}", null).expectStatus().isCreated();
        put("{\"name\":\"M\"}", "*").expectStatus().isOk();
    }

    @Test
    void namesAreTakenAsLongAsAnIndexTakesThem() {
        String longest = "\uD835\uDCD0".repeat(300);
        put("{\"name\":\"%s\",\"aliases\":[\"%s\"]}".formatted(longest, "\uFDFA".repeat(300)), null)
                .expectStatus()
                .isCreated();
        put("{\"name\":\"%s\"}".formatted(longest + "x"), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        put("{\"name\":\"\\ud800\"}", null).expectStatus().isBadRequest();
    }

    @Test
    void aCustomerHasNoMoreEntriesThanItsRecordTakes() {
        put("{\"name\":\"N\",\"interests\":[%s]}".formatted(entries(500, 10)), null)
                .expectStatus()
                .isCreated();
        wrong("interests", "{\"name\":\"N\",\"interests\":[%s]}".formatted(entries(501, 10)));
        wrong(
                "challenges",
                "{\"name\":\"N\",\"interests\":[%s],\"challenges\":[%s]}"
                        .formatted(entries(500, 999), entries(500, 1000)));
    }

    private void wrong(String field, String body) {
        put(body, null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static String entries(int howMany, int length) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> "\"%s\"".formatted(("%05d".formatted(i) + "x".repeat(length)).substring(0, length)))
                .collect(Collectors.joining(","));
    }

    @Test
    void aCustomerIsFoundByNameAliasAndAlmostTheName() {
        put("{\"name\":\"Quixotic %s Laboratories\",\"aliases\":[\"QL-%s\"]}".formatted(scene.run, scene.run), null);
        for (String query :
                List.of("ql-" + scene.run, "quixotic " + scene.run + " laboratory", id, id.toUpperCase(Locale.ROOT))) {
            scene.http()
                    .get()
                    .uri("/api/customers?query={q}", query)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(id);
        }
    }

    @Test
    void aStreamOfLinesIsTakenButForThoseThatAreWrong() {
        String lines = """
                {"id":"%1$s-a","name":"A"}
                {"id":"%1$s-b"}
                not json

                {"id":"%1$s-a","name":"A again"}
                {"id":"%1$s-c","name":"C","interests":"x"}
                """.formatted(scene.run);
        imported("application/x-ndjson", lines)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(2)
                .jsonPath("$.refused[0].line")
                .isEqualTo(2)
                .jsonPath("$.refused[0].field")
                .isEqualTo("name")
                .jsonPath("$.refused[1].line")
                .isEqualTo(3)
                .jsonPath("$.refused[2].line")
                .isEqualTo(6)
                .jsonPath("$.refused[2].field")
                .isEqualTo("interests");
        get(scene.run + "-a").expectBody().jsonPath("$.name").isEqualTo("A again");
    }

    @Test
    void aTableIsTakenByTheNamesOfItsColumns() {
        String table = "id,name,location.city,csm.id,contacts.0.name,contacts.0.email,interests\r\n"
                + "%1$s-x,\"X, and\nSons\",Austin,csm-ana,Jo,jo@x.example,AI; data;\r\n".formatted(scene.run)
                + "%1$s-y,Y,,,Jo,nonsense,\r\n".formatted(scene.run);
        imported("text/csv", table)
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(0)
                .jsonPath("$.refused[0].field")
                .isEqualTo("name")
                .jsonPath("$.refused[1].line")
                .isEqualTo(4)
                .jsonPath("$.refused[1].field")
                .isEqualTo("contacts.0.email");
        imported("text/csv", table.replace("\nSons", " Sons"))
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1);
        get(scene.run + "-x").expectBody().jsonPath("$.interests[1]").isEqualTo("data");
        imported("text/csv", "id,nome\r\n1,x\r\n").expectStatus().isBadRequest();
    }

    @Test
    void whoComesWithoutIdIsKnownByNameEachTime() {
        String table =
                "name,csm.email\r\n\u00C9toile %1$s,ana@usher.example\r\n\u682A\u5F0F %1$s,\r\n".formatted(scene.run);
        imported("text/csv", table).expectBody().jsonPath("$.accepted").isEqualTo(2);
        imported("text/csv", table).expectBody().jsonPath("$.accepted").isEqualTo(2);
        get("etoile-" + scene.run)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.csm.id")
                .isEqualTo("ana-usher-example");
    }

    @Test
    void aRowNeedsNoFirstContactToHaveASecond() {
        imported(
                        "text/csv",
                        "id,name,contacts.0.name,contacts.0.email,contacts.1.name,contacts.1.email\r\n" + scene.run
                                + "-z,Z,,,Jo,jo@z.example\r\n")
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1);
        get(scene.run + "-z").expectBody().jsonPath("$.contacts[0].name").isEqualTo("Jo");
    }

    @Test
    void aRowHasAsManyValuesAsItsTableHasColumns() {
        imported("text/csv", "id,name,industry\r\n%1$s-s,S\r\n%1$s-t,T,SaaS,1\r\n%1$s-u,U,\r\n".formatted(scene.run))
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.refused[0].line")
                .isEqualTo(2)
                .jsonPath("$.refused[0].why")
                .isEqualTo("has fewer values than the header has names")
                .jsonPath("$.refused[1].line")
                .isEqualTo(3)
                .jsonPath("$.refused[1].why")
                .isEqualTo("has more values than the header has names");
        get(scene.run + "-s").expectStatus().isNotFound();
    }

    @Test
    void aColumnThatIsThereTwiceRefusesTheTable() {
        imported("text/csv", "id,name,name\r\n%1$s-v,V,W\r\n".formatted(scene.run))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("name: has more than one column");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsATableAndFillsNoMemory() {
        String rest = "a very long story\r\n".repeat(150_000);
        imported("text/csv", "id,name\r\n%1$s-o,O\r\n%1$s-p,\"P\r\n".formatted(scene.run) + rest)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.refused[0].line")
                .isEqualTo(3)
                .jsonPath("$.refused[0].why")
                .value(why -> assertThat(why.toString()).contains("longer than"));
    }

    @Test
    void anImportLongerThanAnyBodyIsTaken() {
        StringBuilder lines = new StringBuilder();
        String notes = "many words ".repeat(300);
        for (int i = 0; i < 900; i++) {
            lines.append("{\"id\":\"%s-%d\",\"name\":\"N%d\",\"notes\":\"%s\"}\n".formatted(scene.run, i, i, notes));
        }
        assertThat(lines.length()).isGreaterThan(2 * 1024 * 1024);
        imported("application/x-ndjson", lines.toString())
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(900);
    }

    private ResponseSpec imported(String type, String body) {
        return scene.http()
                .post()
                .uri("/api/customers/import")
                .header("Content-Type", type)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec put(String body, @Nullable String ifMatch) {
        var request = scene.http().put().uri("/api/customers/{id}", id).header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.bodyValue(body).exchange();
    }

    private ResponseSpec get(String customer) {
        return scene.http().get().uri("/api/customers/{id}", customer).exchange();
    }
}
