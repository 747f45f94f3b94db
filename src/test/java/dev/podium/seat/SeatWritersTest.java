package dev.podium.seat;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.configuration.TestConfiguration;
import dev.podium.game.Nickname;
import dev.podium.games.OpenGames;
import dev.podium.instance.Instance;
import dev.podium.state.GameReader;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances write the seats of one game at the same time in all the ways there are, and somebody moves the game on, which writes
 * every seat: nobody meets anybody in another order, so nothing ends in a deadlock.
 */
@QuarkusTest
class SeatWritersTest {
    private static final int PLAYERS = 200;
    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 60;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    GameReader games;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Random random = new Random(1);
    private UUID game;
    private List<UUID> players;
    private List<Writers> instances;

    /** What one instance writes seats with. */
    private record Writers(Joins joins, Resumes resumes, Departures departures) {}

    @BeforeEach
    void open() {
        var open = new OpenGames(pool);
        game = open.open();
        players = open.players(game, PLAYERS);
        instances = List.of(writers(), writers());
    }

    @Test
    void resumes_of_two_instances() {
        rounds(this::resumes, this::resumes);
    }

    @Test
    void resumes_and_departures() {
        rounds(this::resumes, this::departures);
    }

    @Test
    void resumes_and_a_reveal() {
        rounds(this::resumes, _ -> reveal());
    }

    @Test
    void departures_and_a_reveal() {
        rounds(this::departures, _ -> reveal());
    }

    @Test
    void departures_of_two_instances() {
        rounds(this::departures, this::departures);
    }

    @Test
    void joins_with_the_same_names_and_a_reveal() {
        rounds(this::joins, writers -> reveal().compose(v -> joins(writers)));
    }

    @Test
    void all_of_them() {
        rounds(
                writers -> Future.join(joins(writers), resumes(writers), departures(writers)),
                writers -> Future.join(resumes(writers), reveal(), departures(writers)));
    }

    private interface Storm {
        Future<?> with(Writers writers);
    }

    private void rounds(Storm first, Storm second) {
        for (int i = 0; i < ROUNDS; i++)
            await(Future.join(first.with(instances.get(0)), second.with(instances.get(1))));
        assertThat(metrics.getMeters())
                .filteredOn(meter -> meter.getId().getName().equals("podium.failures"))
                .extracting(SeatWritersTest::count)
                .containsOnly(0.0);
    }

    private static double count(Meter meter) {
        return meter.measure().iterator().next().getValue();
    }

    private Writers writers() {
        var instance = new Instance();
        var settings =
                TestConfiguration.of(Map.of("joins.delay-ms", 1, "joins.rows", AT_ONCE, "joins.capacity", 10_000));
        return new Writers(
                new Joins(pool, vertx, instance, metrics, settings),
                new Resumes(pool, vertx, instance, metrics, settings),
                new Departures(pool, vertx, metrics, settings));
    }

    /** The ticket of a seat that {@link OpenGames} has made is its id. */
    private Future<?> resumes(Writers writers) {
        return Future.join(some().stream()
                .map(player ->
                        writers.resumes.submit(new Resumes.Request(game, player.toString(), null, UUID.randomUUID())))
                .toList());
    }

    private Future<?> departures(Writers writers) {
        return pool.preparedQuery("SELECT id, holder FROM player WHERE game_id = $1 AND holder IS NOT NULL")
                .execute(Tuple.of(game))
                .compose(rows -> {
                    var noted = new ArrayList<Future<Boolean>>();
                    rows.forEach(row -> noted.add(writers.departures.lost(game, row.getUUID(0), row.getUUID(1), 20)));
                    return noted.isEmpty() ? Future.succeededFuture() : Future.join(noted);
                });
    }

    private Future<?> joins(Writers writers) {
        return Future.join(some().stream()
                .map(player -> Nickname.of("Anna " + random.nextInt(AT_ONCE)).orElseThrow())
                .map(name -> writers.joins.submit(new Joins.Request(
                        game,
                        UUID.randomUUID().toString(),
                        name,
                        null,
                        new Teams.Rule(List.of(), 0),
                        null,
                        UUID.randomUUID(),
                        1)))
                .toList());
    }

    /** As a step does it: every seat, in whatever order they lie. */
    private Future<?> reveal() {
        return pool.withTransaction(client -> games.lock(client, game)
                .compose(row -> client.preparedQuery("UPDATE player SET score = score + 1 WHERE game_id = $1")
                        .execute(Tuple.of(game))));
    }

    private List<UUID> some() {
        var all = new ArrayList<>(players);
        Collections.shuffle(all, random);
        return all.subList(0, AT_ONCE);
    }
}
