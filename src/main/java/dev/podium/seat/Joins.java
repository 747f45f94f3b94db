package dev.podium.seat;

import dev.podium.configuration.Configuration;
import dev.podium.database.Batcher;
import dev.podium.database.Columns;
import dev.podium.game.Nickname;
import dev.podium.game.Settings;
import dev.podium.instance.Instance;
import dev.podium.state.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Takes seats. A storm of phones becomes a few statements: new seats are inserted a batch at a time, under the games'
 * share locks so that a host's lock holds from its commit on.
 */
@ApplicationScoped
public class Joins {

    /**
     * @param team the chosen one, or null
     * @param teams what the game says of its teams
     * @param identity who the player is, or null
     * @param at database time of arrival, milliseconds
     */
    public record Request(
            UUID game,
            String key,
            Nickname nickname,
            String team,
            Teams.Rule teams,
            String identity,
            UUID holder,
            long at) {}

    public sealed interface Result {
        /** @param fresh whether the seat was taken now; else it was there, for the same key or released */
        record Seated(UUID player, boolean fresh) implements Result {}

        /** @param free a variant that nobody has at present */
        record Taken(Optional<String> free) implements Result {}

        record Removed() implements Result {}

        record Locked() implements Result {}

        record NoGame() implements Result {}

        /** The game has all the players it may have. */
        record Full() implements Result {}

        /** The team has. */
        record TeamFull() implements Result {}
    }

    /** So many wait at a door at most: a host lets in whom he knows. */
    private static final int MAX_WAITING = 1_000;

    /** What a request has met is looked up for those alone that took no seat, and as probes of keys: what the planner
     * knows of a game that has just filled is nothing. As many may have left without a trace as may be there. */
    private static final String INSERT = ("""
            WITH g AS MATERIALIZED (
                SELECT g.id, g.phase, g.locked, g.question, (g.settings ->> 'lateJoin')::boolean AS late,
                       coalesce((g.settings ->> 'maxPlayers')::int, $maxPlayers) AS most,
                       coalesce((g.settings ->> 'approval')::boolean, false) AS approval
                $writersPass
            ), i AS (
                SELECT i.*, row_number() OVER (PARTITION BY i.game_id ORDER BY i.ord) AS nth
                FROM unnest($3::int[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],
                                     $10::text[], $11::uuid[], $12::bigint[], $14::text[], $15::boolean[])
                         AS i (ord, game_id, key, id, ticket, nickname, folded, team, holder, at, identity, no_place)
            ), ahead AS (
                SELECT g.id, c.* FROM g CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE NOT p.vacated) AS seats, count(*) FILTER (WHERE p.vacated) AS vacated,
                           count(*) FILTER (WHERE p.waiting AND NOT p.vacated) AS waiting,
                           count(*) FILTER (WHERE p.score > 0) AS players
                    FROM player p WHERE p.game_id = g.id AND NOT p.removed) c
            ), room AS (
                SELECT i.ord, a.seats + i.nth > g.most OR a.vacated > g.most
                       OR g.approval AND a.waiting + i.nth > $maxWaiting AS filled
                FROM i JOIN g ON g.id = i.game_id JOIN ahead a ON a.id = g.id
            ), s AS (
                INSERT INTO player (game_id, id, key, ticket, nickname, folded, team, holder, instance_id, joined_at, rank,
                                    waiting, identity)
                SELECT i.game_id, i.id, i.key, i.ticket, i.nickname, i.folded, i.team, i.holder, $13::uuid, i.at, a.players + 1,
                       g.approval, i.identity
                FROM i JOIN g ON g.id = i.game_id JOIN ahead a ON a.id = g.id JOIN room r ON r.ord = i.ord
                WHERE g.phase <> 'finished' AND NOT g.locked AND (g.phase = 'lobby' OR g.late) AND NOT r.filled AND NOT i.no_place
                ORDER BY i.game_id, i.folded
                ON CONFLICT DO NOTHING
                RETURNING game_id, id
            )
            SELECT i.ord, g.id IS NOT NULL AS free, s.id AS seat_id, g.phase, g.locked, g.late,
                   k.id AS key_id, k.removed AS key_removed, k.vacated AS key_vacated, f.id AS name_id,
                   f.released AS name_released, r.filled
            FROM i
            LEFT JOIN g ON g.id = i.game_id
            LEFT JOIN room r ON r.ord = i.ord
            LEFT JOIN s ON s.game_id = i.game_id AND s.id = i.id
            LEFT JOIN LATERAL (
                SELECT id, removed, vacated FROM player
                WHERE s.id IS NULL AND game_id = i.game_id AND key = i.key LIMIT 1) k ON true
            LEFT JOIN LATERAL (
                SELECT id, released FROM player
                WHERE s.id IS NULL AND game_id = i.game_id AND folded = i.folded AND NOT removed LIMIT 1) f ON true
            ORDER BY i.ord
            """)
            .replace("$writersPass", Gate.WRITERS_PASS)
            .replace("$games", "$1")
            .replace("$gates", "$2")
            .replace("$maxPlayers", Integer.toString(Settings.MAX_PLAYERS))
            .replace("$maxWaiting", Integer.toString(MAX_WAITING));

    /** The seat of a known key, or a released one, goes to the socket that asks now. */
    private static final String TAKE_OVER = """
            UPDATE player SET key = $3, ticket = CASE WHEN key = $3 THEN ticket ELSE $4 END, released = false, gone = false,
                   n = CASE WHEN key = $3 THEN n ELSE 0 END, holder = $5, instance_id = $6, lost_at = NULL
            WHERE game_id = $1 AND id = $2 AND NOT removed AND (key = $3 OR released)
            """;

    private static final String GIVE_UP = "UPDATE player SET key = id::text WHERE game_id = $1 AND id = $2 AND vacated";

    private static final String RELEASED =
            "SELECT id FROM player WHERE game_id = $1 AND folded = $2 AND NOT removed AND released LIMIT 1";

    private final Pool pool;
    private final Instance instance;
    private final Returns returns;
    private final Batcher<Request, Result> batcher;

    Joins(Pool pool, Vertx vertx, Instance instance, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.instance = instance;
        this.returns = new Returns(pool, instance);
        this.batcher = new Batcher<>("joins", vertx, metrics, Batcher.Bounds.of(settings.joins()), this::write);
    }

    /** Fails with {@link Batcher.Full} when more phones come at once than the queue holds. */
    public Future<Result> submit(Request request) {
        return batcher.submit(request);
    }

    /** Whether a name is that of a seat that a host has freed. */
    public Future<Boolean> released(UUID game, Optional<Nickname> name) {
        if (name.isEmpty()) return Future.succeededFuture(false);
        return pool.preparedQuery(RELEASED)
                .execute(Tuple.of(game, name.get().folded()))
                .map(rows -> rows.rowCount() > 0);
    }

    private Future<List<Result>> write(List<Request> batch) {
        var wishes =
                batch.stream().map(r -> new Teams.Wish(r.game, r.team, r.teams)).toList();
        return Teams.places(pool, wishes).compose(places -> write(batch, places));
    }

    private Future<List<Result>> write(List<Request> batch, List<Teams.Place> places) {
        var games = batch.stream().map(Request::game).distinct().toArray(UUID[]::new);
        var inserted = pool.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        games,
                        Gate.of(games),
                        Columns.ordinals(batch.size()),
                        Columns.of(batch, UUID[]::new, Request::game),
                        Columns.of(batch, String[]::new, Request::key),
                        Columns.of(batch, UUID[]::new, r -> UUID.randomUUID()),
                        Columns.of(batch, String[]::new, r -> Ticket.draw(r.game)),
                        Columns.of(batch, String[]::new, r -> r.nickname.text()),
                        Columns.of(batch, String[]::new, r -> r.nickname.folded()),
                        Columns.of(places, String[]::new, Teams.Place::team),
                        Columns.of(batch, UUID[]::new, Request::holder),
                        Columns.of(batch, Long[]::new, Request::at),
                        instance.id(),
                        Columns.of(batch, String[]::new, Request::identity),
                        Columns.of(places, Boolean[]::new, Teams.Place::full))));
        return inserted.compose(rows -> {
            var results = new ArrayList<Future<Result>>(batch.size());
            var wanted = new HashMap<Wanted, Integer>();
            for (var row : rows) {
                int ord = row.getInteger("ord");
                results.add(decide(batch.get(ord), places.get(ord), row, wanted));
            }
            return Future.all(results).map(all -> all.<Result>list());
        });
    }

    private Future<Result> decide(Request request, Teams.Place place, Row row, Map<Wanted, Integer> wanted) {
        if (row.getUUID("key_id") != null) {
            if (row.getBoolean("key_removed")) return Future.succeededFuture(new Result.Removed());
            if (!row.getBoolean("key_vacated")) return takeOver(request, row.getUUID("key_id"));
        }
        if (!row.getBoolean("free")) return Future.succeededFuture(null);
        if (row.getString("phase").equals("finished")) return Future.succeededFuture(new Result.NoGame());
        boolean named = row.getUUID("name_id") != null;
        if (row.getUUID("key_id") != null && !named) {
            if (place.full()) return Future.succeededFuture(new Result.TeamFull());
            return returns.join(request.game, row.getUUID("key_id"), request.nickname, place.team(), request.holder)
                    .map(back -> back ? new Result.Seated(row.getUUID("key_id"), false) : null);
        }
        if (row.getUUID("seat_id") != null) {
            return Future.succeededFuture(new Result.Seated(row.getUUID("seat_id"), true));
        }
        if (row.getBoolean("locked") || !row.getString("phase").equals("lobby") && !row.getBoolean("late")) {
            return Future.succeededFuture(new Result.Locked());
        }
        if (named && row.getBoolean("name_released")) return inherit(request, row);
        if (row.getBoolean("filled")) return Future.succeededFuture(new Result.Full());
        if (place.full()) {
            boolean dealt = !request.teams.dealt().isEmpty();
            return Future.succeededFuture(dealt ? new Result.Full() : new Result.TeamFull());
        }
        if (!named) return Future.succeededFuture(null);
        var name = new Wanted(request.game, request.nickname.folded());
        return taken(request, wanted.merge(name, 1, Integer::sum) - 1);
    }

    /** The key stays with one seat: one that was left without a trace is given up for the one with the name. */
    private Future<Result> inherit(Request request, Row row) {
        var freed = row.getUUID("key_id") == null
                ? Future.succeededFuture()
                : pool.preparedQuery(GIVE_UP).execute(Tuple.of(request.game, row.getUUID("key_id")));
        return freed.compose(v -> takeOver(request, row.getUUID("name_id")));
    }

    private Future<Result> takeOver(Request request, UUID player) {
        return pool.preparedQuery(TAKE_OVER)
                .execute(Tuple.of(
                        request.game, player, request.key, Ticket.draw(request.game), request.holder, instance.id()))
                .map(rows -> rows.rowCount() == 1 ? new Result.Seated(player, false) : null);
    }

    /** @param before how many of this batch wanted the name before: each is offered another, for only one of them would get the first */
    private Future<Result> taken(Request request, int before) {
        var variants = Nickname.variants(request.nickname, ThreadLocalRandom.current());
        var folded = Columns.of(variants, String[]::new, Nickname::folded);
        return pool.preparedQuery(Returns.FREE)
                .execute(Tuple.from(List.of(request.game, folded)))
                .map(rows -> new Result.Taken(rows.stream()
                        .map(row -> variants.get(row.getInteger(0) - 1).text())
                        .skip(Math.min(before, Math.max(0, rows.size() - 1)))
                        .findFirst()));
    }

    /** A name that somebody wants in a game. */
    private record Wanted(UUID game, String folded) {}
}
