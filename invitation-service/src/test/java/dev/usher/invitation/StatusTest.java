package dev.usher.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One state has one name, whoever says it. */
class StatusTest {

    private static final Pattern WORDS = Pattern.compile("const WORDS = \\{(.*?)};", Pattern.DOTALL);

    private static String wordsOfTheDesk() throws IOException {
        String desk = Files.readString(Path.of("src/main/resources/static/desk/desk.js"));
        return WORDS.matcher(desk).results().findFirst().orElseThrow().group(1);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void theChatSaysTheSameWordsAsTheDesk(Status status) throws IOException {
        String desk = Pattern.compile("\\b" + status.name() + ": '([^']+)'")
                .matcher(wordsOfTheDesk())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse(status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        assertThat(status.words()).isEqualTo(desk);
    }

    @Test
    void whatWasTakenByTheProviderIsSent() {
        assertThat(Status.ACCEPTED.words()).isEqualTo("sent");
    }
}
