package dev.podium.state;

import static dev.podium.games.OpenGames.await;
import static dev.podium.games.OpenGames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer holds a game, somebody waits to move it, and another writer comes. */
@QuarkusTest
class GateTest {
    private static final String WRITE =
            "SELECT g.id " + Gate.WRITERS_PASS.replace("$games", "$1").replace("$gates", "$2");

    @Inject
    Pool pool;

    @Inject
    GameReader reader;

    private UUID game;

    @BeforeEach
    void open() {
        game = new OpenGames(pool).open();
    }

    @Test
    void writers_do_not_wait_for_each_other() {
        holding(() -> assertThat(writes(pool)).isTrue());
    }

    @Test
    void nobody_writes_past_a_closer_who_waits() {
        assertShut(client -> reader.lock(client, game));
    }

    @Test
    void nobody_writes_past_a_clock_that_waits() {
        assertShut(client -> reader.lockForClock(client, game));
    }

    private void assertShut(Function<SqlClient, Future<Optional<GameRow>>> lock) {
        var moved = new Future<?>[1];
        holding(() -> {
            moved[0] = pool.withTransaction(lock::apply);
            until("somebody waits for the writer", this::somebodyWaits);
            assertThat(writes(pool)).isFalse();
        });
        await(moved[0]);
        assertThat(writes(pool)).isTrue();
    }

    /** Does something while a batch with the game is being written. */
    private void holding(Runnable meanwhile) {
        var writer = await(pool.getConnection());
        var transaction = await(writer.begin());
        try {
            assertThat(writes(writer)).isTrue();
            meanwhile.run();
        } finally {
            await(transaction.rollback());
            await(writer.close());
        }
    }

    private boolean writes(SqlClient client) {
        var games = new UUID[] {game};
        RowSet<?> rows = await(client.preparedQuery(WRITE)
                .execute(Tuple.tuple().addArrayOfUUID(games).addArrayOfInteger(Gate.of(games))));
        return rows.size() == 1;
    }

    private boolean somebodyWaits() {
        var waiting = await(pool.preparedQuery(
                        "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity s USING (pid) WHERE NOT l.granted AND s.datname = current_database()")
                .execute());
        return waiting.iterator().next().getLong(0) > 0;
    }
}
