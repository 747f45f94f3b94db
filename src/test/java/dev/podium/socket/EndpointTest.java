package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.RawSocket;
import dev.podium.wire.Audience;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sockets come in, and what becomes of one whose callback fails. */
@QuarkusTest
class EndpointTest {
    private static final byte[] NOTHING = new byte[0];

    @TestHTTPResource("/")
    URI base;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"PlayerSocket", "HostSocket", "ScreenSocket"})
    void quarkus_makes_the_classes_that_are_mounted(String endpoint) throws ClassNotFoundException {
        assertThat(Class.forName("dev.podium.socket." + endpoint + EndpointMount.GENERATED))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/play", "/ws/host/none", "/ws/screen/none"})
    void an_upgrade_passes_no_filter_of_requests(String path) {
        Passing.PATHS.clear();
        try (var socket = RawSocket.open(base, path)) {
            assertThat(socket.head()).startsWith("HTTP/1.1 101");
            assertThat(Passing.PATHS).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; client_max_window_bits",
                "x-webkit-deflate-frame",
                "deflate-frame"
            })
    void no_compression_is_agreed_on(String extension) {
        try (var socket =
                RawSocket.open(base, "/ws/play", "Sec-WebSocket-Extensions: " + extension + "\r\n", NOTHING)) {
            assertThat(socket.head()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("extensions");
        }
    }

    @Test
    void who_says_goodbye_together_with_the_upgrade_leaves_nothing_behind() {
        double before = sockets();
        for (int i = 0; i < 20; i++) {
            try (var socket = RawSocket.open(base, "/ws/play", "", RawSocket.frame(8, new byte[] {3, -24}))) {
                assertThat(socket.head()).startsWith("HTTP/1.1 101");
            }
        }
        try (var last = Peer.connect(base, "/ws/play")) {
            last.send("{\"type\":\"ping\",\"t\":1}");
            last.next("pong");
        }
        until("no socket is left", () -> sockets() <= before);
    }

    @Test
    void a_failure_that_nobody_foresaw_closes_with_1011_and_is_in_the_log_without_its_words() {
        var log = new ConcurrentLinkedQueue<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(Endpoint.class.getName());
        logger.addHandler(handler);
        try (var ada = Peer.connect(base, "/ws/failing")) {
            ada.send("Ada's secret");
            assertThat(ada.closeCode()).isEqualTo(1011);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(log)
                .singleElement()
                .asString()
                .contains("ArithmeticException", "dev.podium.socket.EndpointTest$Failing")
                .doesNotContain("secret");
    }

    private double sockets() {
        return metrics.get("podium.sockets").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** What passes the filters. */
    @Singleton
    static class Passing {
        static final Queue<String> PATHS = new ConcurrentLinkedQueue<>();

        void register(@Observes Filters filters) {
            filters.register(
                    context -> {
                        if (context.request().path().startsWith("/ws/"))
                            PATHS.add(context.request().path());
                        context.next();
                    },
                    1_000);
        }
    }

    /** An endpoint with a mistake. */
    @WebSocket(path = "/ws/failing")
    static class Failing extends Endpoint {
        Failing(Heartbeat heartbeat, Drain drain, SocketMeters meters) {
            super(heartbeat, drain, meters);
        }

        @Override
        Session begin(WebSocketConnection connection, Visitor visitor, Outbound outbound) {
            return new Session() {
                @Override
                public Outbound outbound() {
                    return outbound;
                }

                @Override
                public Audience audience() {
                    return Audience.SCREEN;
                }

                @Override
                public void text(String frame) {
                    throw new ArithmeticException(frame);
                }

                @Override
                public void binary() {}

                @Override
                public void closed() {}
            };
        }
    }
}
