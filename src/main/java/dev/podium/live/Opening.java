package dev.podium.live;

import dev.podium.game.Game;
import dev.podium.game.Plan;
import dev.podium.game.Settings;
import dev.podium.library.QuizRecord;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** Opens lobbies: freezes the quiz, draws ids, PIN and link. */
@ApplicationScoped
class Opening {
    /** With a thousand games at once one draw in nine hundred is taken; so many in a row never are. */
    private static final int DRAWS = 20;

    private final Pool pool;
    private final GameStore store;
    private final SecureRandom random = new SecureRandom();

    Opening(Pool pool, GameStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** Opens a game of a quiz that has questions. */
    Future<Frozen> open(UUID owner, QuizRecord quiz, Settings settings) {
        var plan = Plan.freeze(quiz.title(), quiz.language(), settings, quiz.questions(), random);
        return pool.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
                .execute()
                .compose(rows -> {
                    long now = rows.iterator().next().getLong(0);
                    return draw(owner, quiz.id(), plan, now, DRAWS);
                });
    }

    private Future<Frozen> draw(UUID owner, UUID quiz, Plan plan, long now, int left) {
        if (left == 0) return Future.failedFuture(new IllegalStateException("No PIN is free"));
        var frozen = new Frozen(UUID.randomUUID(), owner, quiz, Pins.draw(), Pins.screenToken(), plan, now);
        return store.insert(pool, frozen, Game.opened(now), Pins.REST_MS)
                .compose(stored -> stored ? Future.succeededFuture(frozen) : draw(owner, quiz, plan, now, left - 1));
    }
}
