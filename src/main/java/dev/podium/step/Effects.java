package dev.podium.step;

import dev.podium.game.Event;
import dev.podium.seat.Moderation;
import dev.podium.seat.Presence;
import dev.podium.state.GameRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** What an event does to the seats of its game, in the same transaction. */
final class Effects {
    private Effects() {}

    /**
     * @param row the game as it was before the event
     * @return false when the seat it names does not exist
     */
    static Future<Boolean> of(Event event, SqlClient client, GameRow row) {
        var id = row.id();
        return switch (event) {
            case Event.Closed _ -> scored(client, row, true);
            case Event.Skipped _ -> scored(client, row, false);
            case Event.Kicked kicked ->
                Moderation.remove(client, id, kicked.player())
                        .compose(
                                removed -> removed ? Scores.rank(client, id).map(true) : Future.succeededFuture(false));
            case Event.Released released -> Moderation.release(client, id, released.player());
            case Event.Shifted shifted ->
                Presence.moved(client, id, shifted.gapMs()).map(true);
            default -> Future.succeededFuture(true);
        };
    }

    private static Future<Boolean> scored(SqlClient client, GameRow row, boolean counts) {
        var settings = row.frozen().plan().settings();
        return Scores.add(
                        client, row.id(), row.game().question(), row.question().orElseThrow(), counts, settings)
                .map(true);
    }
}
