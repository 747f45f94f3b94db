package dev.podium.clock;

import static dev.podium.games.OpenGames.await;
import static dev.podium.games.OpenGames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Command;
import dev.podium.games.OpenGames;
import dev.podium.instance.Heartbeat;
import dev.podium.seat.Presence;
import dev.podium.step.Hand;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of signs of life is locked for longer than an outage takes: no instance can say that it lives. */
@QuarkusTest
class OutageTest {
    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
    private static final double OUTAGE_S = 4.5;

    @Inject
    Pool pool;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Steps steps;

    private OpenGames games;
    private Future<?> outage;

    @BeforeEach
    void begin() {
        games = new OpenGames(pool);
        until("life", heartbeat::fresh);
    }

    @Test
    void a_game_that_cannot_be_moved_stops_no_clock_and_no_other_game() {
        var good = askedNow();
        var poisoned = askedNow();
        await(pool.preparedQuery("UPDATE game SET questions = '[{\"kind\":\"no such kind\"}]' WHERE id = $1")
                .execute(Tuple.of(poisoned)));
        beginOutage();
        until("end of the outage", () -> outage.isComplete() && heartbeat.fresh());
        assertThat(events(good)).containsExactly("shifted");
        assertThat(events(poisoned)).isEmpty();
    }

    @Test
    void a_command_given_in_an_outage_finds_the_question_moved() {
        var game = askedNow();
        beginOutage();
        until("silence", () -> !heartbeat.fresh());
        assertThat(await(lock(game, UUID.randomUUID().toString())).done()).isTrue();
        assertThat(events(game)).containsExactly("shifted", "locked");
    }

    @Test
    void the_time_of_an_outage_makes_no_instance_dead_and_no_seat_absent() {
        var game = askedNow();
        var lost = games.player(game);
        var longGone = games.player(game);
        var other = UUID.randomUUID();
        await(pool.preparedQuery("INSERT INTO instance (id, alive_at) VALUES ($1, clock_timestamp() - interval '5 s')")
                .execute(Tuple.of(other)));
        lost(lost, Presence.ABSENT_AFTER_MS / 4);
        lost(longGone, 2 * Presence.ABSENT_AFTER_MS);
        var before = times(other, lost, longGone);
        beginOutage();
        until("end of the outage", () -> outage.isComplete() && heartbeat.fresh());
        var after = times(other, lost, longGone);
        assertThat(after.get(0) - before.get(0)).isGreaterThan(Heartbeat.OUTAGE_MS);
        assertThat(after.get(1) - before.get(1)).isGreaterThan(Heartbeat.OUTAGE_MS);
        assertThat(after.get(2)).isEqualTo(before.get(2));
    }

    /** As a host's page does: the same id again until there is a reply. */
    private Future<Reply> lock(UUID game, String id) {
        return steps.carryOut(game, new Steps.Asked(id, Hand.NONE), new Command.Lock(), null)
                .recover(failure -> lock(game, id));
    }

    private List<Long> times(UUID instance, UUID lost, UUID longGone) {
        var row = await(pool.preparedQuery("SELECT (extract(epoch FROM alive_at) * 1000)::bigint,"
                                + " (SELECT lost_at FROM player WHERE id = $2), (SELECT lost_at FROM player WHERE id = $3)"
                                + " FROM instance WHERE id = $1")
                        .execute(Tuple.of(instance, lost, longGone)))
                .iterator()
                .next();
        return List.of(row.getLong(0), row.getLong(1), row.getLong(2));
    }

    private void beginOutage() {
        outage = pool.withTransaction(client -> client.query("LOCK TABLE instance IN SHARE MODE")
                .execute()
                .compose(v -> client.query("SELECT pg_sleep(" + OUTAGE_S + ")").execute()));
    }

    private UUID askedNow() {
        var game = games.open();
        await(pool.preparedQuery(
                        "UPDATE game SET opens_at = " + NOW + ", closes_at = " + NOW + " + 60000 WHERE id = $1")
                .execute(Tuple.of(game)));
        return game;
    }

    private void lost(UUID player, long agoMs) {
        await(pool.preparedQuery("UPDATE player SET lost_at = " + NOW + " - $2 WHERE id = $1")
                .execute(Tuple.of(player, agoMs)));
    }

    private List<String> events(UUID game) {
        var rows = await(pool.preparedQuery("SELECT type FROM game_event WHERE game_id = $1 ORDER BY seq")
                .execute(Tuple.of(game)));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
