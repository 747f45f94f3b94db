package dev.podium.room;

import dev.podium.game.Plan;
import dev.podium.state.GameRow;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.Facts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;

/** What is told of an evening when it is over. */
final class Evening {
    /** Seats times scored questions: beyond it, a podium is not kept waiting for a fact. */
    private static final int MOST = 200_000;

    /** Fewer answers say nothing about how hard it was. */
    private static final int FEWEST = 3;

    /**
     * The longest run of right answers to the questions of {@code $2}, in their order: where one is missing or wrong, the
     * distance between its place and the right answers so far jumps. Of equal ones, whoever is ahead.
     */
    static final String STREAK = """
            SELECT p.nickname, count(*)::int AS length
            FROM (SELECT a.player_id, asked.at - row_number() OVER (PARTITION BY a.player_id ORDER BY asked.at) AS run
                  FROM unnest($2::int[]) WITH ORDINALITY AS asked (question, at)
                  JOIN answer a ON a.game_id = $1 AND a.question = asked.question AND a.fraction = 1) AS given
            JOIN player p ON p.game_id = $1 AND p.id = given.player_id AND p.counts
            GROUP BY p.id, p.nickname, p.rank, given.run
            HAVING count(*) >= 2
            ORDER BY length DESC, p.rank, p.nickname
            LIMIT 1
            """;

    private Evening() {}

    static Future<Facts> facts(SqlClient client, GameRow row, int players) {
        var plan = row.frozen().plan();
        if (!plan.settings().facts()) return Future.succeededFuture(Facts.NONE);
        var counted = row.game().counting(plan).boxed().toArray(Integer[]::new);
        return (long) players * counted.length > MOST
                ? Future.succeededFuture(Facts.NONE)
                : facts(client, row.id(), plan, counted);
    }

    private static Future<Facts> facts(SqlClient client, UUID id, Plan plan, Integer[] counted) {
        var hardest = AnswerCounts.questions(client, id).map(answered -> hardest(plan, counted, answered));
        return Future.all(hardest, streak(client, id, counted))
                .map(both -> new Facts(both.resultAt(0), both.resultAt(1)));
    }

    private static Facts.Hardest hardest(Plan plan, Integer[] counted, Map<Integer, AnswerCounts.Answered> answered) {
        Facts.Hardest hardest = null;
        for (int index : counted) {
            var all = answered.get(index);
            if (all == null || all.answers() < FEWEST || all.right() == all.answers()) continue;
            double right = (double) all.right() / all.answers();
            if (hardest == null || right < hardest.right()) {
                var asked = plan.question(index);
                hardest = new Facts.Hardest(index, asked.text(), asked.basics().format(), right);
            }
        }
        return hardest;
    }

    private static Future<Facts.Streak> streak(SqlClient client, UUID id, Integer[] counted) {
        return client.preparedQuery(STREAK)
                .execute(Tuple.of(id, (Object) counted))
                .map(rows -> rows.stream()
                        .map(row -> new Facts.Streak(row.getString("nickname"), row.getInteger("length")))
                        .findFirst()
                        .orElse(null));
    }
}
