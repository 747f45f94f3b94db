package dev.podium.room;

import dev.podium.address.Addresses;
import dev.podium.game.Phase;
import dev.podium.state.GameRow;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.Lobby;
import dev.podium.wire.StateContent;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * One version of a game with everything its viewers share.
 *
 * @param big whether it has what only hosts and screens see: roster and tally
 * @param players the seats of the game, as all are told
 * @param answered how many had answered the open question when it was read; for hosts and screens alone
 * @param who a hash of those that a roster lists
 * @param tally null but in a reveal
 * @param leaderboard null but in standings and at the end
 */
record Snapshot(
        GameRow row,
        boolean big,
        int players,
        int answered,
        long who,
        Roster roster,
        Tally tally,
        Leaderboard leaderboard,
        Addresses addresses) {

    private static final String ANSWERED = "SELECT count(*)::int FROM answer WHERE game_id = $1 AND question = $2 AND "
            + AnswerCounts.notByRemoved("$1");

    private static final String SEATS = "SELECT count(*) FILTER (WHERE NOT removed AND NOT (gone AND $2)) AS players, "
            + Roster.WHO
            + " FROM player WHERE game_id = $1";

    /** @param before the one it follows, whose roster is good as long as nobody came or went; or null */
    static Future<Snapshot> load(SqlClient client, GameRow row, boolean big, Snapshot before, Addresses addresses) {
        var plan = row.frozen().plan();
        var game = row.game();
        boolean ranked = row.in(Phase.STANDINGS) || row.in(Phase.FINISHED);
        var tally = big && row.in(Phase.REVEAL)
                ? Tallies.read(client, row.id(), game.question(), row.question().orElseThrow())
                : Future.<Tally>succeededFuture();
        var leaderboard = ranked ? Leaderboard.read(client, row.id(), plan) : Future.<Leaderboard>succeededFuture();
        var answered = big && row.in(Phase.QUESTION)
                ? client.preparedQuery(ANSWERED)
                        .execute(Tuple.of(row.id(), game.question()))
                        .map(rows -> rows.iterator().next().getInteger(0))
                : Future.succeededFuture(0);
        var seats = client.preparedQuery(SEATS)
                .execute(Tuple.of(row.id(), row.in(Phase.LOBBY)))
                .map(rows -> rows.iterator().next());
        return Future.all(seats, answered, tally, leaderboard).compose(v -> {
            int players = seats.result().getInteger("players");
            long who = seats.result().getLong("who");
            return roster(client, row, big, before, who)
                    .map(roster -> new Snapshot(
                            row,
                            big,
                            players,
                            answered.result(),
                            who,
                            roster,
                            tally.result(),
                            leaderboard.result(),
                            addresses));
        });
    }

    private static Future<Roster> roster(SqlClient client, GameRow row, boolean big, Snapshot before, long who) {
        if (!big) return Future.succeededFuture(Roster.EMPTY);
        boolean known = before != null && before.big && before.who == who;
        return known ? Future.succeededFuture(before.roster) : Roster.read(client, row.id());
    }

    long seq() {
        return row.seq();
    }

    boolean rosterChanged(Count.Seated count) {
        return count.who() != who;
    }

    /** The same version with newer numbers. */
    Snapshot counted(Count.Seated count, Roster newer) {
        return new Snapshot(row, big, count.players(), answered, count.who(), newer, tally, leaderboard, addresses);
    }

    StateContent content() {
        var content = StateContent.of(row.frozen().plan(), row.game(), players);
        return switch (row.game().phase()) {
            case LOBBY -> big ? content.with(lobby()) : content;
            case READY, QUESTION -> content;
            case REVEAL -> tally == null ? content : content.with(tally);
            case STANDINGS, FINISHED -> content.with(leaderboard.top(), leaderboard.teams());
        };
    }

    private Lobby lobby() {
        var pin = row.frozen().pin();
        return new Lobby(pin, addresses.joinUrl(pin), roster.entries());
    }
}
