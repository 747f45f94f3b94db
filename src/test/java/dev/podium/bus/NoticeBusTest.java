package dev.podium.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.podium.configuration.TestConfiguration;
import dev.podium.local.LocalPostgres;
import dev.podium.process.FreePort;
import dev.podium.process.Patience;
import dev.podium.traces.Traced;
import dev.podium.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** What every carrier must keep, each against its real server. */
class NoticeBusTest {
    enum Kind {
        POSTGRES,
        /** The server that tests bring: it has no sharded channels. */
        VALKEY,
        /** The machine's own, where it is installed and new enough. */
        VALKEY_SHARDED
    }

    private static final List<String> SERVERS = List.of("valkey-server", "redis-server");
    /** The first of Redis with sharded channels; Valkey begins above it. */
    private static final int SHARDED_SINCE = 7;

    private static final int PATIENCE_S = 30;

    private static Vertx vertx;
    private static LocalPostgres postgres;
    private static final Map<Kind, RedisServer> REDIS = new EnumMap<>(Kind.class);
    private static final Map<Kind, ExecutableProvider> EXECUTABLES = new EnumMap<>(Kind.class);
    private static final Map<Kind, Integer> PORTS = new EnumMap<>(Kind.class);

    private static final Traces UNTRACED = new Traces(TestConfiguration.of(Map.of()));

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final List<NoticeBus> buses = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        vertx = Vertx.vertx();
        postgres = LocalPostgres.start(Path.of("target", "postgres-bus"));
        postgres.create("bus");
        EXECUTABLES.put(Kind.VALKEY, ExecutableProvider.newJarResourceProvider());
        installed().ifPresent(server -> EXECUTABLES.put(Kind.VALKEY_SHARDED, () -> server));
        for (var kind : EXECUTABLES.keySet()) {
            PORTS.put(kind, FreePort.find());
            startRedis(kind);
        }
    }

    private static void startRedis(Kind kind) throws IOException {
        // It keeps nothing; one that wants to save, and may not where it stands, would not stop.
        var redis = RedisServer.newRedisServer()
                .port(PORTS.get(kind))
                .executableProvider(EXECUTABLES.get(kind))
                .setting("save \"\"")
                .build();
        redis.start();
        REDIS.put(kind, redis);
    }

    private static Optional<File> installed() throws IOException {
        for (var folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (var name : SERVERS) {
                var server = new File(folder, name);
                if (server.canExecute() && version(server) >= SHARDED_SINCE) return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    /** "Redis server v=7.0.15 sha=…" */
    private static int version(File server) throws IOException {
        var process = new ProcessBuilder(server.getPath(), "--version").start();
        var version = Pattern.compile("v=(\\d+)")
                .matcher(new String(process.getInputStream().readAllBytes()));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    @AfterAll
    static void stop() throws IOException {
        for (var redis : REDIS.values()) redis.stop();
        postgres.close();
        vertx.close();
    }

    @AfterEach
    void close() {
        buses.forEach(NoticeBus::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_reaches_every_other_instance(Kind kind) throws InterruptedException {
        long begun = System.nanoTime();
        var here = bus(kind);
        var there = bus(kind);
        var third = bus(kind);
        var game = UUID.randomUUID();
        var answer = UUID.randomUUID();
        here.bus.publish(game, Traced.NONE);
        assertThat(there.next()).containsExactly(game);
        assertThat(third.next()).containsExactly(game);
        there.bus.publish(answer, Traced.NONE);
        assertThat(here.next()).as("not what it has said itself").containsExactly(answer);
        var lag = metrics.timer("podium.bus.lag");
        Patience.until("each has heard of itself", () -> lag.count() >= 3, lag::count);
        long heard = lag.count();
        long proofs = 1 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / NoticeBus.PROOF_MS;
        assertThat(heard)
                .as("what each has heard of itself, as it began and at each proof since")
                .isBetween(3L, 3 * proofs);
    }

    @ParameterizedTest
    @EnumSource
    void a_thousand_games_at_once_arrive(Kind kind) throws InterruptedException {
        var here = bus(kind);
        var there = bus(kind);
        var games = new ArrayList<UUID>();
        for (int i = 0; i < 1_000; i++) games.add(UUID.randomUUID());
        games.forEach(one -> here.bus.publish(one, Traced.NONE));
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
        if (kind == Kind.POSTGRES) {
            cutAllListeners();
        } else {
            REDIS.get(kind).stop();
            startRedis(kind);
        }
        assertThat(gap.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        var game = UUID.randomUUID();
        // The publisher's own line may be down for a moment longer: notices are hints.
        Set<UUID> heard = null;
        for (int i = 0; i < PATIENCE_S * 2 && heard == null; i++) {
            here.bus.publish(game, Traced.NONE);
            heard = there.heard.poll(500, TimeUnit.MILLISECONDS);
        }
        assertThat(heard).contains(game);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES", mode = EnumSource.Mode.EXCLUDE)
    void sharded_channels_are_used_where_the_server_has_them(Kind kind) throws Exception {
        var carrier = (ValkeyCarrier) carrier(kind);
        var line = carrier.listen(payload -> {}, () -> {})
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(carrier.sharded()).isEqualTo(kind == Kind.VALKEY_SHARDED);
        line.close();
    }

    @Test
    void without_its_server_a_bus_says_so_and_publishing_harms_nobody() {
        var bus = new NoticeBus(
                vertx, new ValkeyCarrier(vertx, "redis://localhost:" + FreePort.find()), metrics, UNTRACED);
        buses.add(bus);
        bus.publish(UUID.randomUUID(), Traced.NONE);
        assertThat(bus.listening()).isFalse();
        var told = new BusHealth(bus).call();
        assertThat(told.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(told.getData().orElseThrow().get("hints").toString()).startsWith("are missing");
    }

    private static void cutAllListeners() throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + postgres.url("bus"), LocalPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
        }
    }

    private Listener bus(Kind kind) throws InterruptedException {
        var bus = new NoticeBus(vertx, carrier(kind), metrics, UNTRACED);
        buses.add(bus);
        var listener = new Listener(bus, new LinkedBlockingQueue<>());
        bus.subscribe((games, _) -> listener.heard.add(games));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!bus.listening() && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(bus.listening()).isTrue();
        return listener;
    }

    private static Carrier carrier(Kind kind) {
        if (kind != Kind.POSTGRES) {
            assumeThat(PORTS).as("a server with sharded channels on the PATH").containsKey(kind);
            return new ValkeyCarrier(vertx, "redis://localhost:" + PORTS.get(kind));
        }
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
