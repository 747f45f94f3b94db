package dev.podium.room;

import dev.podium.address.Addresses;
import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Ranks;
import dev.podium.state.GameRow;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.Beside;
import dev.podium.wire.Did;
import dev.podium.wire.Door;
import dev.podium.wire.Facts;
import dev.podium.wire.Lobby;
import dev.podium.wire.StateContent;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * One version of a game with everything its viewers share.
 *
 * @param big whether it has what only hosts and screens see: roster and tally
 * @param players the seats of the game, as all are told
 * @param answered how many had answered the open question in time for all when it was read, for hosts and screens alone; at a
 *     reveal, how many have
 * @param who a hash of those that a roster lists
 * @param tally null but in a reveal
 * @param leaderboard null but in standings and at the end; at a reveal only who is ahead of whom
 * @param did by whose hand it came about; null where it was no host's, or nobody is told
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
        Facts facts,
        Did did,
        Addresses addresses) {

    private static final String ANSWERED =
            "SELECT count(*)::int FROM answer WHERE game_id = $1 AND question = $2 AND at <= $3 AND "
                    + AnswerCounts.notByRemoved("$1");

    private static final String SEATS = "SELECT count(*) FILTER (WHERE counts AND NOT (gone AND $2)) AS players, "
            + Roster.WHO
            + " FROM player WHERE game_id = $1";

    private static final String DID = "SELECT e.type, e.host_id, e.remote, h.name FROM game_event e LEFT JOIN host h"
            + " ON h.id = e.host_id WHERE e.game_id = $1 AND e.seq = $2 AND (e.host_id IS NOT NULL OR e.remote IS NOT NULL)";

    /** @param before the one it follows, whose roster is good as long as nobody came or went; or null */
    static Future<Snapshot> load(SqlClient client, GameRow row, boolean big, Snapshot before, Addresses addresses) {
        var game = row.game();
        var tally = big && row.in(Phase.REVEAL) ? Tallies.read(client, row) : Future.<Tally>succeededFuture();
        var leaderboard = leaderboard(client, row);
        var answered = row.in(Phase.REVEAL) || (big && row.in(Phase.QUESTION))
                ? client.preparedQuery(ANSWERED)
                        .execute(Tuple.of(row.id(), game.question(), told(row)))
                        .map(rows -> rows.iterator().next().getInteger(0))
                : Future.succeededFuture(0);
        var seats = client.preparedQuery(SEATS)
                .execute(Tuple.of(row.id(), row.in(Phase.LOBBY)))
                .map(rows -> rows.iterator().next());
        var did = did(client, row, big);
        return Future.all(seats, answered, tally, leaderboard, did).compose(v -> {
            int players = seats.result().getInteger("players");
            long who = seats.result().getLong("who");
            var facts = big && row.in(Phase.FINISHED)
                    ? Evening.facts(client, row, players)
                    : Future.succeededFuture(Facts.NONE);
            var roster = roster(client, row, big, before, who);
            return Future.all(roster, facts)
                    .map(_ -> new Snapshot(
                            row,
                            big,
                            players,
                            answered.result(),
                            who,
                            roster.result(),
                            tally.result(),
                            leaderboard.result(),
                            facts.result(),
                            did.result(),
                            addresses));
        });
    }

    /** Until its reveal nobody sees answers that only those with more time could give. */
    private static long told(GameRow row) {
        var closesAt = row.game().closesAt();
        return row.in(Phase.QUESTION) && closesAt != null ? closesAt + Game.ON_THEIR_WAY_MS : Long.MAX_VALUE;
    }

    private static Future<Leaderboard> leaderboard(SqlClient client, GameRow row) {
        var plan = row.frozen().plan();
        return switch (row.game().phase()) {
            case STANDINGS, BREAK, FINISHED -> Leaderboard.read(client, row.id(), plan);
            case REVEAL ->
                plan.settings().ranks() == Ranks.HIDDEN
                        ? Future.succeededFuture()
                        : Leaderboard.scores(client, row.id());
            case LOBBY, READY, QUESTION -> Future.succeededFuture();
        };
    }

    private static Future<Did> did(SqlClient client, GameRow row, boolean big) {
        if (!big) return Future.succeededFuture();
        return client.preparedQuery(DID)
                .execute(Tuple.of(row.id(), row.seq()))
                .map(rows -> rows.stream().map(Snapshot::did).findFirst().orElse(null));
    }

    private static Did did(Row row) {
        var host = row.getUUID("host_id");
        return new Did(
                row.getString("type"), host == null ? row.getString("remote") : host.toString(), row.getString("name"));
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
        return new Snapshot(
                row, big, count.players(), answered, count.who(), newer, tally, leaderboard, facts, did, addresses);
    }

    StateContent content() {
        var content = StateContent.of(row.frozen().plan(), row.game(), players)
                .with(new Beside(
                        door(),
                        row.in(Phase.REVEAL) ? answered : null,
                        facts,
                        row.frozen().rehearsal(),
                        did));
        return switch (row.game().phase()) {
            case LOBBY -> big ? content.with(lobby()) : content;
            case READY, QUESTION -> content;
            case REVEAL -> tally == null ? content : content.with(tally);
            case STANDINGS, BREAK, FINISHED -> content.with(leaderboard.top(), leaderboard.teams());
        };
    }

    /** The way in, as long as there is one; a lobby has its own. */
    private Door door() {
        boolean closed = row.game().locked() || !row.frozen().plan().settings().lateJoin();
        if (!big || closed || row.in(Phase.LOBBY) || row.in(Phase.FINISHED)) return null;
        var pin = row.frozen().pin();
        return new Door(pin, addresses.joinUrl(pin));
    }

    private Lobby lobby() {
        var pin = row.frozen().pin();
        return new Lobby(pin, addresses.joinUrl(pin), roster.entries());
    }
}
