package dev.podium.seat;

import static dev.podium.database.Explained.plan;
import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.games.OpenGames;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats of whose players frames come as requests; a seat's ticket is its id here. */
@QuarkusTest
class HoldingsTest {
    private static final int PLAYERS = 500;
    private static final long LONG_AGO = 1;

    @Inject
    Pool pool;

    @Inject
    Holdings holdings;

    private UUID game;
    private List<UUID> players;

    @BeforeEach
    void fill() {
        var games = new OpenGames(pool);
        game = games.open();
        players = games.players(game, PLAYERS);
    }

    @Test
    void a_ticket_finds_its_seat_and_another_one_none() {
        assertThat(find(0, null)).hasValueSatisfying(held -> {
            assertThat(held.player()).isEqualTo(players.getFirst());
            assertThat(held.removed()).isFalse();
            assertThat(held.outdone()).isFalse();
        });
        assertThat(await(holdings.find(new Holdings.Request(game, "none", null))))
                .isEmpty();
        assertThat(await(holdings.find(new Holdings.Request(
                        UUID.randomUUID(), players.getFirst().toString(), null))))
                .isEmpty();
    }

    @Test
    void it_is_noted_that_a_player_was_heard_and_not_again_soon_after() {
        find(0, null);
        long first = heardAt(0);
        assertThat(first).isGreaterThan(LONG_AGO);
        find(0, null);
        assertThat(heardAt(0)).isEqualTo(first);
        change(0, "heard_at = " + LONG_AGO);
        find(0, null);
        assertThat(heardAt(0)).isGreaterThanOrEqualTo(first);
    }

    @Test
    void an_outdone_connection_and_a_removed_player_are_not_noted() {
        change(0, "n = 5");
        assertThat(find(0, 4L))
                .hasValueSatisfying(held -> assertThat(held.outdone()).isTrue());
        change(1, "removed = true");
        assertThat(find(1, null))
                .hasValueSatisfying(held -> assertThat(held.removed()).isTrue());
        assertThat(heardAt(0)).isZero();
        assertThat(heardAt(1)).isZero();
        find(0, 5L);
        assertThat(heardAt(0)).isPositive();
    }

    @Test
    void a_seat_that_somebody_writes_is_found_without_waiting_and_noted_the_next_time() {
        await(pool.withTransaction(writing -> writing.preparedQuery("UPDATE player SET score = 1 WHERE id = $1")
                .execute(Tuple.of(players.getFirst()))
                .compose(written -> holdings.find(request(0, null)))));
        assertThat(heardAt(0)).isZero();
        find(0, null);
        assertThat(heardAt(0)).isPositive();
    }

    @Test
    void who_was_heard_is_told_with_how_long_ago() {
        find(0, null);
        var sittings = List.of(sitting(0), sitting(1));
        assertThat(await(holdings.heard(sittings)))
                .hasEntrySatisfying(sitting(0), ago -> assertThat(ago).isBetween(0L, 60_000L))
                .doesNotContainKey(sitting(1));
    }

    @Test
    void looking_for_seats_reads_those_only_by_their_keys() {
        var games = new UUID[] {game, game, game};
        var ids = players.subList(0, games.length).toArray(UUID[]::new);
        var tickets =
                players.subList(0, games.length).stream().map(UUID::toString).toArray(String[]::new);
        var find = Tuple.of(new Integer[] {1, 2, 3}, games, tickets, new Long[games.length], 7_500L);
        readsOneEach(plan(pool, Holdings.FIND, find), games.length);
        readsOneEach(plan(pool, Holdings.HEARD, Tuple.from(List.of(games, ids))), games.length);
    }

    private static void readsOneEach(List<String> plan, int seats) {
        var scans = plan.stream()
                .filter(line -> line.contains("Scan") && line.matches(".* on player .*"))
                .toList();
        assertThat(scans)
                .isNotEmpty()
                .allMatch(line -> line.contains("Index Scan using player_")
                        && line.matches(".*rows=1(\\.00)? loops=" + seats + "\\)"));
        assertThat(plan.stream().filter(line -> line.contains("Index Cond:")))
                .hasSameSizeAs(scans)
                .allMatch(line -> line.contains("(game_id = "));
    }

    private Optional<Holdings.Held> find(int index, Long n) {
        return await(holdings.find(request(index, n)));
    }

    private Holdings.Request request(int index, Long n) {
        return new Holdings.Request(game, players.get(index).toString(), n);
    }

    private Holdings.Sitting sitting(int index) {
        return new Holdings.Sitting(game, players.get(index));
    }

    private void change(int index, String what) {
        await(pool.preparedQuery("UPDATE player SET " + what + " WHERE id = $1").execute(Tuple.of(players.get(index))));
    }

    private long heardAt(int index) {
        return await(pool.preparedQuery("SELECT coalesce(heard_at, 0) FROM player WHERE id = $1")
                        .execute(Tuple.of(players.get(index))))
                .iterator()
                .next()
                .getLong(0);
    }
}
