package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.database.Explained;
import dev.podium.games.OpenGames;
import dev.podium.tally.TallyStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A tally is read up to five times a second: it finds a question's answers, and what is hidden of them, by their keys. */
@QuarkusTest
class LiveTallyTest {
    @Inject
    Pool pool;

    @Test
    void a_tally_reads_by_its_keys_alone() {
        var game = new OpenGames(pool).open();
        for (var statement : TallyStatements.ALL.entrySet()) {
            assertThat(Explained.plan(pool, statement.getValue(), Tuple.of(game, 0)))
                    .as(statement.getKey())
                    .anyMatch(line -> line.matches(".*(answer|game_event)_pkey.*"))
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
    }
}
