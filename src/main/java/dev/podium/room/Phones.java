package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.loop.Loop;
import dev.podium.seat.Presence;
import dev.podium.state.GameRow;
import dev.podium.wire.Frame;
import dev.podium.wire.Lobby;
import dev.podium.wire.Phone;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How each phone is doing, told to those who steer: read every two seconds, one reading at a time, in games as large as a roster
 * names everybody. Confined to the room's loop.
 */
final class Phones {
    /** Nobody looks after more one by one. */
    static final int MOST = Lobby.MAX_ROSTER;

    static final String READ = """
            SELECT p.id, p.rtt_ms, p.instance_id = ANY (ARRAY(
                       SELECT id FROM instance WHERE alive_at > to_timestamp(($3::bigint - $dead) / 1000.0))) AS connected,
                   EXISTS (SELECT FROM answer a WHERE a.game_id = $1 AND a.question = $2 AND a.player_id = p.id) AS answered
            FROM player p WHERE p.game_id = $1 AND $listed ORDER BY p.id LIMIT $most
            """.replace("$dead", String.valueOf(Presence.INSTANCE_DEAD_AFTER_MS))
            .replace("$listed", Roster.LISTED)
            .replace("$most", String.valueOf(MOST));

    private final RoomContext context;
    private final Loop loop;
    private final Members members;
    private Set<Viewer> told = Set.of();
    private String frame = "";
    private boolean reading;

    Phones(RoomContext context, Loop loop, Members members) {
        this.context = context;
        this.loop = loop;
        this.members = members;
    }

    /** @param shown what the room shows, null before it is first read */
    void tell(Snapshot shown) {
        boolean wanted = shown != null && !shown.row().in(Phase.FINISHED) && shown.players() <= MOST;
        if (reading || !wanted || members.watchers.desks().isEmpty()) return;
        reading = true;
        read(shown.row()).onComplete(loop.on(result -> {
            reading = false;
            // The next turn asks again.
            if (result.failed()) context.reading().failed(result.cause());
            else tell(Frame.phones(result.result(), members.watchers.screens()));
        }));
    }

    private void tell(String now) {
        var before = told;
        boolean news = !now.equals(frame);
        frame = now;
        told = new HashSet<>(members.watchers.desks());
        told.stream().filter(viewer -> news || !before.contains(viewer)).forEach(viewer -> viewer.send(now));
    }

    private Future<List<Phone>> read(GameRow row) {
        int question = row.in(Phase.QUESTION) ? row.game().question() : -1;
        return context.pool()
                .preparedQuery(READ)
                .execute(Tuple.of(row.id(), question, context.clock().now()))
                .map(rows -> rows.stream().map(this::phone).toList());
    }

    /** What is measured on a connection here is newer than what was kept with its seat. */
    private Phone phone(Row row) {
        var id = row.getUUID("id");
        var seat = members.seat(id);
        var here = seat == null ? null : seat.viewer().rttMs();
        return new Phone(
                id,
                Boolean.TRUE.equals(row.getBoolean("connected")),
                here == null ? row.getInteger("rtt_ms") : here,
                row.getBoolean("answered"));
    }
}
