package dev.usher.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogTailTest {

    @Test
    void theLineThatNamesACauseIsTold() {
        assertThat(tellingLine("starting\nERROR cannot write: No space left on device\n\tat a.b.C(C.java:1)\nbye\n"))
                .isEqualTo("ERROR cannot write: No space left on device");
    }

    @Test
    void withoutACauseTheLastLineIsTold() {
        assertThat(tellingLine("starting\nbye\n\n")).isEqualTo("bye");
    }

    @Test
    void silenceIsToldToo() {
        assertThat(tellingLine("")).isEqualTo("it printed nothing");
        assertThat(LogTail.of(Path.of("no/such.log")).tellingLine()).isEqualTo("it printed nothing");
    }

    private static String tellingLine(String log) {
        return LogTail.ofText(log).tellingLine();
    }
}
