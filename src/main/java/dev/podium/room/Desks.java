package dev.podium.room;

import dev.podium.seat.Presence;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many steer each game, at whichever instance. Each instance notes how many do through it, and asks for those of the others, all
 * games in one statement; one question at a time.
 *
 * <p>Asked from one timer; results arrive on any thread.
 */
final class Desks {
    /** Only what has changed is written. Games that are being deleted are left alone, and so is who has not said yet that it lives. */
    static final String NOTE = """
            WITH here AS MATERIALIZED (
                SELECT h.game_id, h.desks, d.desks AS noted FROM unnest($2::uuid[], $3::int[]) AS h (game_id, desks)
                LEFT JOIN LATERAL (
                    SELECT desks FROM game_desk WHERE game_id = h.game_id AND instance_id = $1 LIMIT 1) d ON true
            ), came AS (
                INSERT INTO game_desk (game_id, instance_id, desks)
                SELECT h.game_id, $1, h.desks FROM here h
                CROSS JOIN LATERAL (SELECT id FROM game WHERE id = h.game_id FOR KEY SHARE SKIP LOCKED) g
                WHERE h.desks > 0 AND h.desks IS DISTINCT FROM h.noted AND EXISTS (SELECT FROM instance WHERE id = $1)
                ON CONFLICT (game_id, instance_id) DO UPDATE SET desks = excluded.desks
            ), went AS (
                DELETE FROM game_desk WHERE instance_id = $1
                AND game_id = ANY (ARRAY(SELECT game_id FROM here WHERE desks = 0 AND noted IS NOT NULL))
            )
            SELECT h.game_id, d.desks FROM here h CROSS JOIN LATERAL (
                SELECT coalesce(sum(desks), 0)::int AS desks FROM game_desk
                WHERE game_id = h.game_id AND instance_id <> $1 AND instance_id = ANY (ARRAY(
                    SELECT id FROM instance WHERE alive_at > to_timestamp(($4::bigint - $dead) / 1000.0)))) d
            """.replace("$dead", String.valueOf(Presence.INSTANCE_DEAD_AFTER_MS));

    private final Pool pool;
    private final UUID instance;
    /** Games that somebody steered here when it was last noted. */
    private Map<UUID, Integer> noted = Map.of();

    private boolean asking;

    /** @param instance this one's id */
    Desks(Pool pool, UUID instance) {
        this.pool = pool;
        this.instance = instance;
    }

    /**
     * Notes how many steer these rooms here, and tells each how many do in all.
     *
     * @param now the database's time in milliseconds
     * @return fails where it could not; the next turn asks again
     */
    Future<Void> turn(Collection<Room> rooms, long now) {
        var here = new HashMap<UUID, Integer>();
        var steered = new HashMap<UUID, Room>();
        for (var room : rooms) {
            if (room.steering() == 0) continue;
            here.put(room.game(), room.steering());
            steered.put(room.game(), room);
        }
        if (asking || here.isEmpty() && noted.isEmpty()) return Future.succeededFuture();
        asking = true;
        var all = new HashMap<>(here);
        noted.keySet().forEach(game -> all.putIfAbsent(game, 0));
        var games = List.copyOf(all.keySet());
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(
                        instance,
                        games.toArray(UUID[]::new),
                        games.stream().map(all::get).toArray(Integer[]::new),
                        now))
                .onComplete(v -> asking = false)
                .map(rows -> {
                    noted = here;
                    for (var row : rows) {
                        var room = steered.get(row.getUUID("game_id"));
                        if (room != null) room.tellHosts(here.get(room.game()) + row.getInteger("desks"));
                    }
                    return null;
                });
    }
}
