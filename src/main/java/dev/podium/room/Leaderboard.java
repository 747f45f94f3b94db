package dev.podium.room;

import dev.podium.game.Plan;
import dev.podium.game.Team;
import dev.podium.wire.PlayerPart.Ahead;
import dev.podium.wire.Standing;
import dev.podium.wire.TeamStanding;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who leads after a question.
 *
 * @param top the best ten, best first
 * @param byScore for each score that somebody has, one who has it
 */
record Leaderboard(List<Standing> top, List<TeamStanding> teams, TreeMap<Integer, String> byScore) {
    private static final int TOP = 10;

    static Future<Leaderboard> read(SqlClient client, UUID game, Plan plan) {
        var top = client.preparedQuery(
                        "SELECT rank, nickname, score, delta, moved, rounds FROM player WHERE game_id = $1 AND counts"
                                + " ORDER BY rank, joined_at, id LIMIT " + TOP)
                .execute(Tuple.of(game))
                .map(rows -> rows.stream()
                        .map(r -> new Standing(
                                r.getInteger(0),
                                r.getString(1),
                                r.getInteger(2),
                                r.getInteger(3),
                                r.getInteger(4),
                                List.of(r.getArrayOfIntegers(5))))
                        .toList());
        return Future.all(top, byScore(client, game), teams(client, game, plan))
                .map(all -> new Leaderboard(all.resultAt(0), all.resultAt(2), all.resultAt(1)));
    }

    /** Who is ahead of whom, and nothing else: what a reveal tells. */
    static Future<Leaderboard> scores(SqlClient client, UUID game) {
        return byScore(client, game).map(names -> new Leaderboard(List.of(), List.of(), names));
    }

    private static Future<TreeMap<Integer, String>> byScore(SqlClient client, UUID game) {
        return client.preparedQuery(
                        "SELECT score, min(nickname) FROM player WHERE game_id = $1 AND counts GROUP BY score")
                .execute(Tuple.of(game))
                .map(rows -> {
                    var names = new TreeMap<Integer, String>();
                    rows.forEach(row -> names.put(row.getInteger(0), row.getString(1)));
                    return names;
                });
    }

    /** Who is just ahead of a score, or null for the first. */
    Ahead ahead(int score) {
        var next = byScore.higherEntry(score);
        return next == null ? null : new Ahead(next.getValue(), next.getKey() - score);
    }

    private static Future<List<TeamStanding>> teams(SqlClient client, UUID game, Plan plan) {
        if (plan.settings().teams().isEmpty()) return Future.succeededFuture(List.of());
        return client.preparedQuery("SELECT team, avg(score)::float8 AS score, avg(delta)::float8 AS delta FROM player"
                        + " WHERE game_id = $1 AND counts AND team IS NOT NULL GROUP BY team ORDER BY 2 DESC")
                .execute(Tuple.of(game))
                .map(rows -> {
                    var ids = plan.settings().teams().stream().map(Team::id).toList();
                    var lines = new ArrayList<TeamStanding>();
                    for (var row : rows) {
                        double score = row.getDouble("score");
                        boolean tied = !lines.isEmpty() && lines.getLast().score() == score;
                        int rank = tied ? lines.getLast().rank() : lines.size() + 1;
                        int place = ids.indexOf(row.getString("team"));
                        var team = plan.settings().teams().get(place);
                        lines.add(new TeamStanding(rank, team.id(), place, team.name(), score, row.getDouble("delta")));
                    }
                    return lines;
                });
    }
}
