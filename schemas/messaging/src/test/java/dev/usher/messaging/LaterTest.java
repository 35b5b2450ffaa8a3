package dev.usher.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class LaterTest {

    static Stream<Throwable> away() {
        return Stream.of(
                new Later("asked for"),
                new ConnectException(),
                new HttpConnectTimeoutException("slow"),
                new TimeoutException(),
                new ClosedChannelException(),
                new DisconnectException(),
                new InterruptedException(),
                new R2dbcNonTransientResourceException("closed"),
                new R2dbcBadGrammarException("the server stops", "57P01"),
                new IllegalStateException(new ExecutionException(new UncheckedIOException(new ConnectException()))),
                new QueryTimeoutException("translated", new TimeoutException()));
    }

    static Stream<Throwable> theRecordsOwnFault() {
        return Stream.of(
                new IllegalArgumentException("poison"),
                new NullPointerException(),
                new AvroRuntimeException(new EOFException()),
                new UncheckedIOException(new IOException("truncated")),
                new R2dbcBadGrammarException("no such column", "42703"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void whatIsAwayIsTriedAgain(Throwable failure) {
        assertThat(Later.isLater(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("theRecordsOwnFault")
    void aRecordsOwnFaultIsNot(Throwable failure) {
        assertThat(Later.isLater(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 408, 429})
    void anAnswerThatSaysToTryAgainIsTriedAgain(int status) {
        assertThat(Later.isLater(new RuntimeException(answer(status)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409})
    void anAnswerThatSaysNoIsNot(int status) {
        assertThat(Later.isLater(answer(status))).isFalse();
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        var first = new IllegalStateException();
        first.initCause(new IllegalStateException(first));

        assertThat(Later.isLater(first)).isFalse();
    }

    private static WebClientResponseException answer(int status) {
        return WebClientResponseException.create(status, "", HttpHeaders.EMPTY, new byte[0], null);
    }
}
