package dev.usher.catalog.postgres;

import static dev.usher.catalog.Said.webinar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.catalog.CatalogSettings;
import dev.usher.catalog.CatalogTest;
import dev.usher.catalog.Marketing;
import dev.usher.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class GivenAnswersTest {

    private final Marketing marketing;
    private final GivenAnswers answers;
    private final CatalogSettings settings;
    private final TestClock clock;
    private final String key = UUID.randomUUID().toString();

    GivenAnswersTest(WebTestClient http, GivenAnswers answers, CatalogSettings settings, TestClock clock) {
        this.marketing = new Marketing(http);
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Test
    void anAnswerIsKeptForItsTimeAndThenForgotten() {
        String first = announced();

        clock.advance(settings.keepAnswers().minusMinutes(1));
        answers.forgetOld().block();
        assertThat(announced()).isEqualTo(first);

        clock.advance(Duration.ofMinutes(2));
        answers.forgetOld().block();
        assertThat(announced()).isNotEqualTo(first);
    }

    private String announced() {
        return marketing.post(webinar(), key).text("id");
    }
}
