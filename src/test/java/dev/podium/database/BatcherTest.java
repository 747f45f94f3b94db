package dev.podium.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.games.OpenGames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private static Vertx vertx;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    private Batcher<Integer, String> batcher(
            int rows, int capacity, Function<List<Integer>, Future<List<String>>> writer) {
        return new Batcher<>("test", vertx, metrics, new Batcher.Bounds(2, rows, capacity), writer);
    }

    private static Future<List<String>> written(List<Integer> batch) {
        return Future.succeededFuture(batch.stream().map(i -> "row " + i).toList());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void neighbours_go_together_and_each_gets_its_own_result() {
        var batches = Collections.synchronizedList(new ArrayList<Integer>());
        var batcher = batcher(100, 1_000, batch -> {
            batches.add(batch.size());
            return written(batch);
        });
        var results = new ArrayList<Future<String>>();
        for (int i = 0; i < 250; i++) results.add(batcher.submit(i));
        for (int i = 0; i < 250; i++) assertThat(await(results.get(i))).isEqualTo("row " + i);
        assertThat(batches).hasSizeLessThan(250).allMatch(size -> size <= 100);
        // Results are told a moment before the batch is over.
        OpenGames.until("nothing waits any more", () -> batcher.size() == 0);
    }

    @Test
    void one_batch_is_in_flight_at_a_time() {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        var batcher = batcher(10, 1_000, batch -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            return vertx.timer(3).compose(id -> {
                inFlight.decrementAndGet();
                return written(batch);
            });
        });
        var results = new ArrayList<Future<String>>();
        for (int i = 0; i < 100; i++) results.add(batcher.submit(i));
        results.forEach(BatcherTest::await);
        assertThat(most).hasValue(1);
    }

    @Test
    void a_write_that_comes_alone_goes_alone_and_those_soon_after_it_go_together() {
        var batches = Collections.synchronizedList(new ArrayList<List<Integer>>());
        var batcher =
                new Batcher<Integer, String>("paced", vertx, metrics, new Batcher.Bounds(2_000, 100, 1_000), batch -> {
                    batches.add(batch);
                    return written(batch);
                });
        await(batcher.submit(0));
        var second = batcher.submit(1);
        var third = batcher.submit(2);
        await(second);
        await(third);
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void a_bad_row_fails_alone() {
        var batcher = batcher(
                1_000,
                1_000,
                batch -> batch.contains(77)
                        ? Future.failedFuture(new PgException("bad", "ERROR", "22P02", ""))
                        : written(batch));
        var results = new ArrayList<Future<String>>();
        for (int i = 0; i < 500; i++) results.add(batcher.submit(i));
        for (int i = 0; i < 500; i++) {
            var result = results.get(i);
            if (i == 77) assertThatThrownBy(() -> await(result)).hasCauseInstanceOf(PgException.class);
            else assertThat(await(result)).isEqualTo("row " + i);
        }
    }

    @Test
    void a_row_that_cannot_be_bound_fails_alone_too() {
        var batcher = batcher(10, 10, batch -> {
            if (batch.contains(3)) throw new IllegalArgumentException("odd");
            return written(batch);
        });
        var good = batcher.submit(1);
        var bad = batcher.submit(3);
        assertThat(await(good)).isEqualTo("row 1");
        assertThatThrownBy(() -> await(bad)).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void while_the_database_is_away_everything_waits_and_then_goes_on_by_itself() {
        var tries = new AtomicInteger();
        var batcher = batcher(
                10,
                10,
                batch -> tries.incrementAndGet() < 4
                        ? Future.failedFuture(new ConnectException("refused"))
                        : written(batch));
        var first = batcher.submit(1);
        var second = batcher.submit(2);
        assertThat(await(first)).isEqualTo("row 1");
        assertThat(await(second)).isEqualTo("row 2");
        assertThat(tries.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void beyond_its_bound_a_write_is_refused_and_nothing_is_promised() {
        var never = Promise.<List<String>>promise().future();
        var batcher = batcher(1, 5, batch -> never);
        var accepted = new ArrayList<Future<String>>();
        Future<String> refused = null;
        for (int i = 0; i < 100 && refused == null; i++) {
            var result = batcher.submit(i);
            if (result.failed()) refused = result;
            else accepted.add(result);
        }
        var beyond = refused;
        assertThatThrownBy(() -> await(beyond)).hasCauseInstanceOf(QueueFull.class);
        assertThat(accepted).hasSizeBetween(5, 6).noneMatch(Future::isComplete);
        assertThat(metrics.counter("podium.test.refused").count()).isEqualTo(1);
        assertThat(metrics.get("podium.test.waiting").gauge().value()).isEqualTo(accepted.size());
    }

    @Test
    void whoever_cannot_bear_a_result_keeps_nobody_from_theirs() {
        var heard = Promise.<Void>promise();
        var batcher = batcher(2, 10, batch -> heard.future().compose(v -> written(batch)));
        batcher.submit(1).onSuccess(result -> {
            throw new IllegalStateException("odd");
        });
        heard.complete();
        assertThat(await(batcher.submit(2))).isEqualTo("row 2");
        assertThat(await(batcher.submit(3))).isEqualTo("row 3");
    }

    @Test
    void what_is_not_decided_is_taken_again() {
        var tries = new AtomicInteger();
        var batcher = batcher(
                10,
                10,
                batch -> tries.incrementAndGet() < 3
                        ? Future.succeededFuture(Collections.nCopies(batch.size(), null))
                        : written(batch));
        assertThat(await(batcher.submit(1))).isEqualTo("row 1");
        assertThat(tries).hasValue(3);
    }

    @Test
    void whoever_closes_can_wait_for_what_is_on_its_way() {
        var release = Promise.<Void>promise();
        var batcher = batcher(10, 10, batch -> release.future().compose(v -> written(batch)));
        batcher.submit(1);
        var ours = batcher.settled(i -> i == 1);
        var others = batcher.settled(i -> i == 2);
        await(others);
        assertThat(ours.isComplete()).isFalse();
        release.complete(null);
        await(ours);
    }
}
