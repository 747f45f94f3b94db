package dev.podium.live;

import dev.podium.game.Phase;
import dev.podium.wire.Lobby;
import dev.podium.wire.Scene;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * One version of a game with everything its viewers share.
 *
 * @param big whether it has what only hosts and screens see: roster and tally
 * @param players the seats of the game
 * @param newest when the newest of them was taken
 * @param tally null but in a reveal
 * @param leaderboard null but in standings and at the end
 */
record Stage(
        GameRow row,
        boolean big,
        int players,
        long newest,
        Roster roster,
        Tally tally,
        Leaderboard leaderboard,
        Addresses addresses) {

    static Future<Stage> load(SqlClient client, GameRow row, boolean big, Addresses addresses) {
        var plan = row.frozen().plan();
        var game = row.game();
        boolean ranked = row.in(Phase.STANDINGS) || row.in(Phase.FINISHED);
        var players = client.preparedQuery("SELECT count(*)::int, coalesce(max(joined_at), 0) FROM player"
                        + " WHERE game_id = $1 AND NOT removed AND NOT (gone AND $2)")
                .execute(Tuple.of(row.id(), row.in(Phase.LOBBY)))
                .map(rows -> rows.iterator().next());
        var roster = big ? Roster.read(client, row.id()) : Future.succeededFuture(Roster.EMPTY);
        var tally = big && row.in(Phase.REVEAL)
                ? Tallies.read(client, row.id(), game.question(), row.question().orElseThrow())
                : Future.<Tally>succeededFuture();
        var leaderboard = ranked ? Leaderboard.read(client, row.id(), plan) : Future.<Leaderboard>succeededFuture();
        return Future.all(players, roster, tally, leaderboard)
                .map(all -> new Stage(
                        row,
                        big,
                        players.result().getInteger(0),
                        players.result().getLong(1),
                        roster.result(),
                        tally.result(),
                        leaderboard.result(),
                        addresses));
    }

    boolean rosterChanged(Count.Seated count) {
        return count.players() != players || count.newest() != newest;
    }

    /** The same version with newer numbers. */
    Stage counted(Count.Seated count, Roster newer) {
        return new Stage(row, big, count.players(), count.newest(), newer, tally, leaderboard, addresses);
    }

    Scene scene() {
        var scene = Scene.of(row.frozen().plan(), row.game(), players);
        return switch (row.game().phase()) {
            case LOBBY -> big ? scene.with(lobby()) : scene;
            case READY, QUESTION -> scene;
            case REVEAL -> tally == null ? scene : scene.with(tally);
            case STANDINGS, FINISHED -> scene.with(leaderboard.top(), leaderboard.teams());
        };
    }

    private Lobby lobby() {
        var pin = row.frozen().pin();
        return new Lobby(pin, addresses.joinUrl(pin), roster.entries());
    }
}
