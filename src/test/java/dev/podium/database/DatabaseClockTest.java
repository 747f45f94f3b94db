package dev.podium.database;

import static dev.podium.games.OpenGames.await;
import static dev.podium.games.OpenGames.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database whose clock can be set, or broken: a schema of the test's own stands before PostgreSQL's. */
@QuarkusTest
class DatabaseClockTest {
    private static final long STEP_MS = 30_000;
    private static final long NEAR_MS = 5_000;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @ConfigProperty(name = "podium.database.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Pool skewed;
    private DatabaseClock clock;

    @BeforeEach
    void start() {
        var server = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        server.addProperty("search_path", "skewed,pg_catalog");
        skewed = DatabaseBounds.pool(vertx, new PoolOptions(), List.of(server));
        clock = new DatabaseClock(skewed, vertx, new SimpleMeterRegistry());
        await(pool.query("CREATE SCHEMA IF NOT EXISTS skewed").execute());
    }

    @AfterEach
    void stop() {
        clock.stop();
        skewed.close();
        await(pool.query("DROP SCHEMA skewed CASCADE").execute());
    }

    @Test
    void it_tells_the_databases_time_and_not_this_machines() {
        set("+ interval '30 s'");
        clock.start(null);
        until("measured", clock::ready);
        assertThat(clock.now() - now()).isBetween(STEP_MS - NEAR_MS, STEP_MS + NEAR_MS);
    }

    @Test
    void a_clock_that_stepped_is_measured_again_as_soon_as_the_database_says_another_time() {
        set("");
        clock.start(null);
        until("measured", clock::ready);
        set("- interval '30 s'");
        long asked = System.nanoTime();
        clock.check(now() - STEP_MS, asked);
        until("measured again", () -> clock.now() - now() < -NEAR_MS);
    }

    @Test
    void a_database_that_comes_late_is_measured_once_it_is_there() {
        breaks();
        clock.start(null);
        assertThat(clock.ready()).isFalse();
        set("");
        until("measured", clock::ready);
        assertThat(clock.now() - now()).isBetween(-NEAR_MS, NEAR_MS);
    }

    private void set(String skew) {
        define("pg_catalog.clock_timestamp() " + skew);
    }

    private void breaks() {
        define("to_timestamp(1 / (random() * 0))");
    }

    private void define(String time) {
        await(pool.query("CREATE OR REPLACE FUNCTION skewed.clock_timestamp() RETURNS timestamptz"
                        + " LANGUAGE sql VOLATILE AS $$ SELECT " + time + " $$")
                .execute());
    }

    private long now() {
        return await(pool.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
