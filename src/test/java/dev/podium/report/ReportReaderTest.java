package dev.podium.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportReaderTest {
    @Inject
    Pool pool;

    /** A sort or a hash above the answers would have to see all of them before the first player comes. */
    @Test
    void players_come_one_by_one_with_the_answers_that_an_index_finds() {
        var plan = pool
                .preparedQuery("EXPLAIN " + ReportReader.PLAYERS)
                .execute(Tuple.of(UUID.randomUUID()))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .stream()
                .map(row -> row.getString(0))
                .toList();

        assertThat(plan.getFirst()).startsWith("Nested Loop");
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Hash"));
        assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("player_id = "));
    }
}
