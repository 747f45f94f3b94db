package dev.podium.clock;

import static dev.podium.database.Explained.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.FinishedGames;
import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What looks after all games looks at none that is over, however many there are. */
@QuarkusTest
class FinishedGamesTest {
    private static final int FINISHED = 20_000;
    /** Those that other tests have left open; each is looked at. */
    private static final int OPEN = 2_000;

    private static final Pattern ACTUAL = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([0-9]+)");

    @Inject
    Pool pool;

    @Test
    void neither_a_sweep_nor_the_repair_of_an_outage_reads_games_that_are_over() {
        FinishedGames.add(pool, FINISHED);
        new OpenGames(pool).open();
        assertThat(rowsRead(Sweep.DUE, Tuple.of(Long.MAX_VALUE))).isBetween(1.0, (double) OPEN);
        assertThat(rowsRead(Sweep.WITHOUT_HOST, Tuple.of(Long.MAX_VALUE))).isBetween(1.0, (double) OPEN);
        assertThat(rowsRead(OutageRepair.GAMES, Tuple.of(Long.MAX_VALUE, new UUID[0], 0L, 1_000)))
                .isLessThan(2 * OPEN);
    }

    /** By the parts of the plan that read a table, also what they read and did not want. */
    private double rowsRead(String sql, Tuple parameters) {
        double read = 0;
        boolean scan = false;
        for (var line : plan(pool, sql, parameters)) {
            var actual = ACTUAL.matcher(line);
            if (actual.find()) {
                scan = line.contains("Scan");
                if (scan) read += Double.parseDouble(actual.group(1)) * Long.parseLong(actual.group(2));
            }
            var removed = REMOVED.matcher(line);
            if (scan && removed.find()) read += Long.parseLong(removed.group(1));
        }
        return read;
    }
}
