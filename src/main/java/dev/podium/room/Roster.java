package dev.podium.room;

import dev.podium.wire.Audience;
import dev.podium.wire.Lobby;
import dev.podium.wire.RosterEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * The newest names of a game, at most {@value Lobby#MAX_ROSTER}, newest first; after them, for hosts, some of those that wait or
 * have left.
 */
record Roster(List<RosterEntry> entries) {
    static final Roster EMPTY = new Roster(List.of());

    /** Of rows of {@code player}: whom a roster lists. */
    static final String LISTED = "counts AND NOT gone";

    /** Of rows of {@code player}: what a seat is besides: the places of {@link RosterEntry.Status}. */
    private static final String STATUS = "CASE WHEN gone THEN 2 WHEN waiting THEN 1 ELSE 0 END";

    /** Of rows of {@code player}: a hash of who is there and how, which tells whether a roster has changed. */
    static final String WHO = "coalesce(bit_xor(uuid_hash_extended(id, " + STATUS
            + " + 4 * extra + coalesce(hashtext(team)::bigint, 0) * 1024)) FILTER (WHERE NOT removed), 0) AS who";

    private static final String READ =
            "(SELECT id, nickname, team, 0 AS status, extra, identity FROM player WHERE game_id = $1 AND "
                    + LISTED + " ORDER BY joined_at DESC, id LIMIT " + Lobby.MAX_ROSTER
                    + ") UNION ALL (SELECT id, nickname, team, "
                    + STATUS
                    + " AS status, extra, identity FROM player WHERE game_id = $1 AND NOT removed AND (gone OR waiting)"
                    + " ORDER BY gone, joined_at DESC, id LIMIT " + Lobby.MAX_OTHERS + ")";

    static Future<Roster> read(SqlClient client, UUID game) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(game))
                .map(rows -> new Roster(rows.stream().map(Roster::entry).toList()));
    }

    private static RosterEntry entry(Row row) {
        var status = RosterEntry.Status.values()[row.getInteger(3)];
        return new RosterEntry(
                row.getUUID(0), row.getString(1), row.getString(2), status, row.getInteger(4), row.getString(5));
    }

    /** As much of it as an audience may see. */
    Roster seenBy(Audience audience) {
        return new Roster(entries.stream()
                .filter(entry -> entry.seenBy(audience))
                .map(entry -> entry.as(audience))
                .toList());
    }

    /** Who is here and was not in the other, or not in the same way. */
    List<RosterEntry> joinedSince(Roster before) {
        var known = new HashSet<>(before.entries);
        return entries.stream().filter(entry -> !known.contains(entry)).toList();
    }

    /** Who was in the other and is not here; nobody whom newer names have only pushed out. */
    List<UUID> leftSince(Roster before) {
        var known = ids();
        boolean full =
                entries.stream().filter(entry -> entry.seenBy(Audience.SCREEN)).count() == Lobby.MAX_ROSTER;
        int pushedOut = full ? joinedSince(before).size() : 0;
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
