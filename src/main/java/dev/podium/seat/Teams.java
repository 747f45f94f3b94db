package dev.podium.seat;

import dev.podium.game.Settings;
import dev.podium.game.Team;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who gets into which team: the one that is chosen, as long as it has room, or the smallest of all. */
public final class Teams {
    private static final String SIZES = "SELECT game_id, team, count(*)::int FROM player WHERE game_id = ANY ($1)"
            + " AND NOT removed AND NOT vacated AND team IS NOT NULL GROUP BY 1, 2";

    /** Those who still wait come last, so that all others are dealt into teams of equal size as well. */
    private static final String DRAW = """
            UPDATE player p SET team = ($2::text[])[1 + (d.nth - 1) % cardinality($2::text[])]
            FROM (SELECT id, row_number() OVER (ORDER BY waiting, random())::int AS nth
                  FROM player WHERE game_id = $1 AND NOT removed AND NOT vacated) d
            WHERE p.game_id = $1 AND p.id = d.id
            """;

    /**
     * What a game says of its teams.
     *
     * @param dealt those to deal into; empty where each chooses one
     * @param size how many each has at most; 0 for as many as there are
     */
    public record Rule(List<String> dealt, int size) {
        public static Rule of(Settings settings) {
            var sides = settings.entry().sides();
            return new Rule(
                    sides.dealt() ? settings.teams().stream().map(Team::id).toList() : List.of(), sides.size());
        }
    }

    /** @param team the chosen one, or null */
    record Wish(UUID game, String team, Rule rule) {}

    /**
     * Where somebody is to sit.
     *
     * @param team null where everybody plays alone
     * @param full whether there is no room
     */
    record Place(String team, boolean full) {}

    private Teams() {}

    /** A place for each wish, in their order. What others join at the same time elsewhere is not known. */
    static Future<List<Place>> places(SqlClient client, List<Wish> batch) {
        var games =
                batch.stream().filter(Teams::counts).map(Wish::game).distinct().toArray(UUID[]::new);
        if (games.length == 0) {
            return Future.succeededFuture(
                    batch.stream().map(r -> new Place(r.team(), false)).toList());
        }
        return client.preparedQuery(SIZES).execute(Tuple.of((Object) games)).map(rows -> {
            var sizes = new HashMap<UUID, Map<String, Integer>>();
            for (var row : rows)
                sizes.computeIfAbsent(row.getUUID(0), _ -> new HashMap<>()).put(row.getString(1), row.getInteger(2));
            var places = new ArrayList<Place>();
            for (var wish : batch) places.add(place(wish, sizes.computeIfAbsent(wish.game(), _ -> new HashMap<>())));
            return places;
        });
    }

    private static boolean counts(Wish wish) {
        return !wish.rule().dealt().isEmpty() || wish.rule().size() > 0 && wish.team() != null;
    }

    private static Place place(Wish wish, Map<String, Integer> sizes) {
        var rule = wish.rule();
        var team = rule.dealt().stream()
                .min(Comparator.comparingInt(id -> sizes.getOrDefault(id, 0)))
                .orElse(wish.team());
        if (team == null) return new Place(null, false);
        boolean full = rule.size() > 0 && sizes.getOrDefault(team, 0) >= rule.size();
        if (!full) sizes.merge(team, 1, Integer::sum);
        return new Place(team, full);
    }

    /** Deals all of a lobby into teams of equal size. To be called in a transaction that holds the game's lock. */
    public static Future<Void> draw(SqlClient client, UUID game, List<Team> teams) {
        var ids = teams.stream().map(Team::id).toArray(String[]::new);
        return client.preparedQuery(DRAW).execute(Tuple.of(game, (Object) ids)).mapEmpty();
    }
}
