package dev.podium.socket;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.StreamPeer;
import dev.podium.games.FinishedGames;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A whole game is played where 20,000 are over: PostgreSQL itself counts what all statements together have read. */
@QuarkusTest
class AmongFinishedGamesTest {
    private static final int FINISHED = 20_000;
    /** Of each table, in a game of three with one question and in what goes on beside it. One look at all games would be 20,000. */
    private static final long READ_AT_MOST = 10_000;

    private static final String READ = "SELECT relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) AS rows"
            + " FROM pg_stat_user_tables WHERE relname IN ('game', 'player', 'answer', 'game_event', 'game_command')";
    /** A connection tells what it has read after so long at the latest, if it does nothing else (PostgreSQL's PGSTAT_IDLE_INTERVAL and a little). */
    private static final int ALL_TOLD_MS = 11_000;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Test
    void no_statement_of_a_game_reads_what_is_over() {
        FinishedGames.add(pool, FINISHED);
        var before = read();
        play();
        var after = read();
        assertThat(after).containsOnlyKeys("game", "player", "answer", "game_event", "game_command");
        after.forEach(
                (table, rows) -> assertThat(rows - before.get(table)).as(table).isLessThan(READ_AT_MOST));
        assertThat(after.get("game")).isGreaterThan(before.get("game"));
    }

    private void play() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var cleo = StreamPeer.join(base, stage.pin, "Cleo")) {
            screen.await("lobby");
            var ticket = cleo.next("welcome").path("ticket").asText();
            ada.next("welcome");
            try (var another = stage.player("ADA")) {
                assertThat(another.next("error").path("code").asText()).isEqualTo("nickname-taken");
            }
            stage.command("advance");
            ada.await("question");
            ada.send("{\"type\":\"answer\",\"id\":\"a1\",\"question\":0,\"answer\":{\"text\":\"Paris\"}}");
            ada.ack("a1");
            StreamPeer.frame(base, ticket, 0, "{\"type\":\"ping\",\"t\":1}");
            StreamPeer.frame(
                    base,
                    ticket,
                    0,
                    "{\"type\":\"answer\",\"id\":\"c1\",\"question\":0,\"answer\":{\"text\":\"Paris\"}}");
            ada.await("reveal");
            stage.await("reveal");
            stage.command("advance");
            stage.command("advance");
            ada.await("finished");
        }
    }

    private Map<String, Long> read() {
        return await(vertx.timer(ALL_TOLD_MS)
                .compose(told -> pool.query(READ).execute())
                .map(rows -> {
                    var read = new TreeMap<String, Long>();
                    rows.forEach(row -> read.put(row.getString(0), row.getLong(1)));
                    return read;
                }));
    }
}
