package dev.podium.games;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.configuration.TestConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept long enough goes by itself. */
@QuarkusTest
class RetentionTest {
    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_game_goes_with_its_players_when_it_has_been_over_for_as_long_as_is_configured() {
        // So long that no other test's game is let go with them.
        var old = ended(false, Duration.ofDays(36_501));
        var young = ended(false, Duration.ofDays(36_499));
        var running = new OpenGames(pool).open();
        await(retention(Map.of("games.longest", "P36500D")).letGo());
        assertThat(there(old)).isFalse();
        assertThat(there(young)).isTrue();
        assertThat(there(running)).isTrue();
        assertThat(players(old)).isZero();
        assertThat(players(young)).isEqualTo(1);
    }

    @Test
    void without_a_setting_games_stay_and_rehearsals_go_an_hour_after_their_end() {
        var old = ended(false, Duration.ofDays(4_000));
        var rehearsal = ended(true, Duration.ofMinutes(61));
        var fresh = ended(true, Duration.ofMinutes(59));
        await(retention(Map.of()).letGo());
        assertThat(there(old)).isTrue();
        assertThat(there(rehearsal)).isFalse();
        assertThat(there(fresh)).isTrue();
    }

    private Retention retention(Map<String, ?> chosen) {
        return new Retention(vertx, pool, metrics, TestConfiguration.of(chosen));
    }

    private UUID ended(boolean rehearsal, Duration ago) {
        var games = new OpenGames(pool);
        var game = games.open();
        games.player(game);
        await(pool.preparedQuery("UPDATE game SET phase = 'finished', rehearsal = $2, finished_at ="
                        + " (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $3 WHERE id = $1")
                .execute(Tuple.of(game, rehearsal, ago.toMillis())));
        return game;
    }

    private boolean there(UUID game) {
        return await(pool.preparedQuery("SELECT FROM game WHERE id = $1").execute(Tuple.of(game)))
                        .size()
                > 0;
    }

    private long players(UUID game) {
        return await(pool.preparedQuery("SELECT count(*) FROM player WHERE game_id = $1")
                        .execute(Tuple.of(game)))
                .iterator()
                .next()
                .getLong(0);
    }
}
