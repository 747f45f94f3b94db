package dev.podium.games;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Settings;
import dev.podium.state.Frozen;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * Games with an open question, or in their lobby, made for a test without any socket. Their times lie in 1970, they are never due and never
 * without a host: no clock moves them meanwhile.
 */
public final class OpenGames {
    public static final long OPENS_AT = 1_000;
    public static final long CLOSES_AT = 21_000;

    private static final int PATIENCE_S = 40;

    private final Pool pool;

    public OpenGames(Pool pool) {
        this.pool = pool;
    }

    public UUID open() {
        var question = new Question.Text(new QuestionBasics("?", null, 20_000, 1_000, null), List.of("x"), false);
        var plan = new Plan("Test", null, Settings.DEFAULT, List.of(question));
        return create(plan, "phase = 'question', question = 0, opens_at = " + OPENS_AT + ", closes_at = " + CLOSES_AT);
    }

    public UUID lobby(Plan plan) {
        return create(plan, "phase = 'lobby'");
    }

    private UUID create(Plan plan, String state) {
        var owner = await(pool.query("SELECT id FROM host LIMIT 1").execute())
                .iterator()
                .next()
                .getUUID(0);
        // Of two PINs drawn at random, one is taken already now and then.
        var pin = UUID.randomUUID().toString();
        var frozen = new Frozen(UUID.randomUUID(), owner, null, pin, Pins.screenToken(), plan, false, 0);
        // At once: a sweep that saw it without a host would end it.
        var rows = await(pool.withTransaction(client -> Opening.store(client, frozen, Opening.Written.of(plan))
                .compose(stored -> client.preparedQuery("UPDATE game SET hosts_at = $2, " + state + " WHERE id = $1")
                        .execute(Tuple.of(frozen.id(), Long.MAX_VALUE)))));
        assertThat(rows.rowCount()).isEqualTo(1);
        return frozen.id();
    }

    public UUID player(UUID game) {
        return players(game, 1).getFirst();
    }

    public List<UUID> players(UUID game, int number) {
        var rows = await(pool.preparedQuery("INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at)"
                        + " SELECT $1, id, id::text, id::text, id::text, id::text, 0"
                        + " FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)) AS drawn RETURNING id")
                .execute(Tuple.of(game, number)));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList();
    }

    public static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    public static void until(String what, BooleanSupplier condition) {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(last);
            Thread.onSpinWait();
        }
    }
}
