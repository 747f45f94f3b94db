package dev.podium.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.local.LocalPostgres;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.embedded.RedisServer;

/** What every carrier must keep, each against its real server. */
class NoticeBusTest {
    enum Kind {
        POSTGRES,
        VALKEY
    }

    private static final int PATIENCE_S = 30;

    private static Vertx vertx;
    private static LocalPostgres postgres;
    private static RedisServer redis;
    private static int redisPort;

    private final List<NoticeBus> buses = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        vertx = Vertx.vertx();
        postgres = LocalPostgres.start(Path.of("target", "postgres-bus"));
        postgres.create("bus");
        try (var free = new ServerSocket(0)) {
            redisPort = free.getLocalPort();
        }
        redis = new RedisServer(redisPort);
        redis.start();
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
        postgres.close();
        vertx.close();
    }

    @AfterEach
    void close() {
        buses.forEach(NoticeBus::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_reaches_every_instance(Kind kind) throws InterruptedException {
        var here = bus(kind);
        var there = bus(kind);
        var game = UUID.randomUUID();
        here.bus.publish(game);
        assertThat(here.next()).contains(game);
        assertThat(there.next()).contains(game);
    }

    @ParameterizedTest
    @EnumSource
    void a_thousand_games_at_once_arrive(Kind kind) throws InterruptedException {
        var here = bus(kind);
        var there = bus(kind);
        var games = new ArrayList<UUID>();
        for (int i = 0; i < 1_000; i++) games.add(UUID.randomUUID());
        games.forEach(here.bus::publish);
        var heard = new ArrayList<UUID>();
        while (heard.size() < games.size()) heard.addAll(there.next());
        assertThat(heard).containsExactlyInAnyOrderElementsOf(games);
    }

    @ParameterizedTest
    @EnumSource
    void after_its_server_was_away_a_listener_tells_of_the_gap_and_hears_again(Kind kind) throws Exception {
        var there = bus(kind);
        var here = bus(kind);
        var gap = new CountDownLatch(1);
        there.bus.onGap(gap::countDown);
        if (kind == Kind.VALKEY) {
            redis.stop();
            redis = new RedisServer(redisPort);
            redis.start();
        } else {
            cutAllListeners();
        }
        assertThat(gap.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        var game = UUID.randomUUID();
        // The publisher's own line may be down for a moment longer: notices are hints.
        Set<UUID> heard = null;
        for (int i = 0; i < PATIENCE_S * 2 && heard == null; i++) {
            here.bus.publish(game);
            heard = there.heard.poll(500, TimeUnit.MILLISECONDS);
        }
        assertThat(heard).contains(game);
    }

    private static void cutAllListeners() throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + postgres.url("bus"), LocalPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
        }
    }

    private Listener bus(Kind kind) throws InterruptedException {
        var bus = new NoticeBus(vertx, carrier(kind));
        buses.add(bus);
        var listener = new Listener(bus, new LinkedBlockingQueue<>());
        bus.subscribe(listener.heard::add);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!bus.listening() && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(bus.listening()).isTrue();
        return listener;
    }

    private static Carrier carrier(Kind kind) {
        if (kind == Kind.VALKEY) return new ValkeyCarrier(vertx, "redis://localhost:" + redisPort);
        var options = PgConnectOptions.fromUri(postgres.url("bus"))
                .setUser(LocalPostgres.USER)
                .setPassword(postgres.password());
        var pool = PgBuilder.pool().using(vertx).connectingTo(options).build();
        return new PostgresCarrier(vertx, pool, options);
    }

    private record Listener(NoticeBus bus, BlockingQueue<Set<UUID>> heard) {
        Set<UUID> next() throws InterruptedException {
            var ids = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(ids).as("a notice").isNotNull();
            return ids;
        }
    }
}
