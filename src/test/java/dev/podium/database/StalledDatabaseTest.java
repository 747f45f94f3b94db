package dev.podium.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.local.LocalPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All processes of a real PostgreSQL are stopped: connections stay open, new ones are taken, and nothing is answered. */
class StalledDatabaseTest {
    private static final int PATIENCE_S = 60;

    private Vertx vertx;
    private LocalPostgres postgres;
    private Pool pool;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        postgres = LocalPostgres.start(Path.of("target", "postgres-stalled"));
        postgres.drop("stalled");
        postgres.create("stalled");
        var server = PgConnectOptions.fromUri(postgres.url("stalled"))
                .setUser(LocalPostgres.USER)
                .setPassword(postgres.password());
        pool = DatabaseBounds.pool(vertx, new PoolOptions(), List.of(server));
        await(pool.query("CREATE TABLE word (n int PRIMARY KEY)").execute());
    }

    @AfterEach
    void stop() throws IOException {
        postgres.resume();
        pool.close();
        postgres.close();
        vertx.close();
    }

    @Test
    void a_statement_fails_in_the_end_and_the_next_one_after_the_stall_is_answered() throws IOException {
        postgres.stall();
        var asked = pool.query("SELECT 1").execute().toCompletionStage().toCompletableFuture();
        assertThat(asked.handle((rows, failure) -> failure)
                        .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                        .join())
                .isNotNull()
                .matches(Failures::connection);
        postgres.resume();
        await(pool.query("SELECT 1").execute());
    }

    @Test
    void what_waits_in_a_batch_is_promised_after_the_stall_and_only_what_is_stored() throws Exception {
        var batcher = new Batcher<Integer, Integer>(
                "words", vertx, new SimpleMeterRegistry(), new Batcher.Bounds(2, 10, 100), this::write);
        assertThat(await(batcher.submit(0))).isZero();
        postgres.stall();
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 1; i <= 50; i++) answers.add(batcher.submit(i));
        var given = pool.query("SELECT 1").execute().toCompletionStage().toCompletableFuture();
        given.handle((rows, failure) -> null)
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
        assertThat(answers).noneMatch(Future::isComplete);
        postgres.resume();
        for (int i = 1; i <= 50; i++) assertThat(await(answers.get(i - 1))).isEqualTo(i);
        assertThat(await(pool.query("SELECT count(*)::int FROM word").execute())
                        .iterator()
                        .next()
                        .getInteger(0))
                .isEqualTo(51);
    }

    private Future<List<Integer>> write(List<Integer> words) {
        return pool.preparedQuery("INSERT INTO word SELECT unnest($1::int[]) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(words.toArray(Integer[]::new)))
                .map(words);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }
}
