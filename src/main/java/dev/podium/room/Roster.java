package dev.podium.room;

import dev.podium.wire.Lobby;
import dev.podium.wire.RosterEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The newest names of a game, at most {@value Lobby#MAX_ROSTER}, newest first. */
record Roster(List<RosterEntry> entries) {
    static final Roster EMPTY = new Roster(List.of());

    /** Of rows of {@code player}: whom a roster lists. */
    static final String LISTED = "NOT removed AND NOT gone";

    /** Of rows of {@code player}: a hash of who is listed, which tells whether a roster has changed. */
    static final String WHO = "coalesce(bit_xor(uuid_hash_extended(id, 0)) FILTER (WHERE " + LISTED + "), 0) AS who";

    static Future<Roster> read(SqlClient client, UUID game) {
        return client.preparedQuery("SELECT id, nickname, team FROM player WHERE game_id = $1 AND " + LISTED
                        + " ORDER BY joined_at DESC, id LIMIT " + Lobby.MAX_ROSTER)
                .execute(Tuple.of(game))
                .map(rows -> new Roster(rows.stream()
                        .map(row -> new RosterEntry(row.getUUID(0), row.getString(1), row.getString(2)))
                        .toList()));
    }

    /** Who is here and was not in the other. */
    List<RosterEntry> joinedSince(Roster before) {
        var known = before.ids();
        return entries.stream().filter(entry -> !known.contains(entry.id())).toList();
    }

    /** Who was in the other and is not here; nobody whom newer names have only pushed out. */
    List<UUID> leftSince(Roster before) {
        var known = ids();
        int pushedOut =
                entries.size() < Lobby.MAX_ROSTER ? 0 : joinedSince(before).size();
        var gone = before.entries.stream()
                .map(RosterEntry::id)
                .filter(id -> !known.contains(id))
                .toList();
        return gone.subList(0, Math.max(0, gone.size() - pushedOut));
    }

    private HashSet<UUID> ids() {
        var ids = new HashSet<UUID>();
        entries.forEach(entry -> ids.add(entry.id()));
        return ids;
    }
}
