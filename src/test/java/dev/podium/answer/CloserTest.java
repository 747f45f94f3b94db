package dev.podium.answer;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.configuration.TestConfiguration;
import dev.podium.games.OpenGames;
import dev.podium.instance.Heartbeat;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.traces.Traced;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Twelve instances write answers to one question without a pause, and somebody wants to close it. What counts is how many
 * batches pass the closer, however long they take.
 */
@QuarkusTest
class CloserTest {
    private static final int INSTANCES = 12;
    private static final int ROWS = 5;
    private static final int PLAYERS = 30_000;
    private static final int CLOSES = 9;
    /** One in flight when the closer comes, and one that was sent before the closer's own statement arrived. */
    private static final int BATCHES_AHEAD = 2;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    GameReader reader;

    @Inject
    Heartbeat heartbeat;

    private UUID game;
    private List<Busy> instances;

    @BeforeEach
    void begin() {
        var games = new OpenGames(pool);
        game = games.open();
        var players = games.players(game, PLAYERS).iterator();
        instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) instances.add(new Busy(players));
        instances.forEach(Busy::begin);
    }

    @AfterEach
    void end() {
        instances.forEach(busy -> busy.ended = true);
        instances.forEach(busy -> await(busy.buffer.drained()));
    }

    @Test
    void a_closer_waits_for_the_batches_in_flight_and_for_no_later_one() {
        assertOnlyBatchesInFlightPass(client -> reader.lock(client, game));
    }

    @Test
    void a_clock_gets_in_as_well() {
        assertOnlyBatchesInFlightPass(client -> reader.lockForClock(client, game));
    }

    @Test
    void of_two_clocks_the_second_does_not_wait() {
        await(pool.withTransaction(first -> reader.lockForClock(first, game)
                .compose(won -> pool.withTransaction(second -> reader.lockForClock(second, game)))
                .map(second -> assertThat(second).isEmpty())));
    }

    private void assertOnlyBatchesInFlightPass(Function<SqlClient, Future<Optional<GameRow>>> lock) {
        var passed = new ArrayList<Integer>();
        for (int i = 0; i < CLOSES; i++) {
            instances.stream()
                    .map(Busy::nextBatch)
                    .toList()
                    .forEach(batch -> batch.orTimeout(40, TimeUnit.SECONDS).join());
            instances.forEach(busy -> busy.saved.set(0));
            passed.addAll(await(pool.withTransaction(client -> lock.apply(client)
                    .map(row -> {
                        assertThat(row).isPresent();
                        return instances.stream().map(busy -> busy.saved.get()).toList();
                    }))));
        }
        // The median: a busy machine may keep the closer's statement from even leaving, and that is not what is
        // counted.
        var sorted = passed.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2))
                .as("answers stored past the closer by one instance, of " + passed)
                .isLessThanOrEqualTo(BATCHES_AHEAD * ROWS);
    }

    /** An instance whose next batch is always full before the last is stored. */
    private final class Busy {
        final AnswerStore buffer = new AnswerStore(
                pool,
                vertx,
                heartbeat,
                new SimpleMeterRegistry(),
                TestConfiguration.of(Map.of("answers.delay-ms", 1, "answers.rows", ROWS, "answers.capacity", 1_000)));
        final AtomicInteger saved = new AtomicInteger();
        private final Iterator<UUID> players;
        volatile boolean ended;
        private volatile CompletableFuture<Void> next = new CompletableFuture<>();

        Busy(Iterator<UUID> players) {
            this.players = players;
        }

        void begin() {
            for (int i = 0; i < 2 * ROWS; i++) answer();
        }

        CompletableFuture<Void> nextBatch() {
            next = new CompletableFuture<>();
            return next;
        }

        private void answer() {
            if (ended) return;
            UUID player;
            synchronized (players) {
                player = players.next();
            }
            buffer.submit(AnswerEntries.answer(game, player), Traced.NONE).onSuccess(outcome -> {
                saved.incrementAndGet();
                next.complete(null);
                answer();
            });
        }
    }
}
