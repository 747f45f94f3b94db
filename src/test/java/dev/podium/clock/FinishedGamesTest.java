package dev.podium.clock;

import static dev.podium.database.Explained.rowsRead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.FinishedGames;
import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What looks after all games looks at none that is over, however many there are. */
@QuarkusTest
class FinishedGamesTest {
    private static final int FINISHED = 20_000;
    /** Those that other tests have left open; each is looked at. */
    private static final int OPEN = 2_000;

    @Inject
    Pool pool;

    @Test
    void neither_a_sweep_nor_the_repair_of_an_outage_reads_games_that_are_over() {
        FinishedGames.add(pool, FINISHED);
        new OpenGames(pool).open();
        assertThat(rowsRead(pool, "", Sweep.DUE, Tuple.of(Long.MAX_VALUE))).isBetween(1.0, (double) OPEN);
        assertThat(rowsRead(pool, "", Sweep.WITHOUT_HOST, Tuple.of(Long.MAX_VALUE)))
                .isBetween(1.0, (double) OPEN);
        assertThat(rowsRead(pool, "", OutageRepair.GAMES, Tuple.of(Long.MAX_VALUE, new UUID[0], 0L, 1_000)))
                .isLessThan(2 * OPEN);
    }
}
