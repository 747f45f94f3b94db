package dev.podium.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final IOException AWAY = new IOException("of Ada");

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Retry.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getLevel().getName() + " " + String.format(entry.getMessage(), entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private long nowNs = 5;
    private final Retry retry =
            new Retry("Asking", vertx, metrics, 1, failure -> failure instanceof IOException, () -> nowNs);

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        vertx.close();
    }

    private double failures(String kind) {
        return metrics.counter("podium.failures", "what", "Asking", "kind", kind)
                .count();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void what_a_moment_may_mend_is_tried_until_it_succeeds() {
        var tries = new AtomicInteger();
        var done = retry.until(
                () -> true,
                () -> tries.incrementAndGet() < 4 ? Future.failedFuture(AWAY) : Future.succeededFuture("there"));
        assertThat(await(done)).isEqualTo("there");
        assertThat(failures("moment")).isEqualTo(3);
    }

    @Test
    void a_fault_is_not_tried_again_and_comes_out() {
        var tries = new AtomicInteger();
        var done = retry.until(() -> true, () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("odd");
        });
        assertThat(await(done.otherwise("failed"))).isEqualTo("failed");
        assertThat(done.cause()).isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
        assertThat(failures("fault")).isEqualTo(1);
    }

    @Test
    void nobody_tries_for_whom_nobody_waits() {
        var tries = new AtomicInteger();
        var done = retry.until(() -> false, () -> {
            tries.incrementAndGet();
            return Future.failedFuture(AWAY);
        });
        assertThat(await(done.otherwise("given up"))).isEqualTo("given up");
        assertThat(tries).hasValue(1);
    }

    @Test
    void the_first_failure_is_a_line_in_the_log_and_then_one_a_minute_while_all_are_counted() {
        for (int i = 0; i < 50; i++) retry.failed(AWAY);
        assertThat(log).hasSize(1);
        nowNs += Retry.SAY_AGAIN_NS;
        for (int i = 0; i < 50; i++) retry.failed(AWAY);
        assertThat(log).hasSize(2);
        assertThat(failures("moment")).isEqualTo(100);
    }

    @Test
    void a_line_says_what_and_where_and_quotes_no_message() {
        retry.failed(AWAY);
        assertThat(log.getFirst()).contains("Asking", "IOException").doesNotContain("Ada");
        nowNs += Retry.SAY_AGAIN_NS;
        retry.failed(new IllegalStateException("of Ada", AWAY));
        assertThat(log.getLast())
                .contains("IllegalStateException", "Caused by: java.io.IOException", "RetryTest.java")
                .doesNotContain("of Ada");
    }
}
