package dev.podium.step;

import dev.podium.game.Event;
import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.seat.Moderation;
import dev.podium.seat.Presence;
import dev.podium.seat.Teams;
import dev.podium.state.GameRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** What an event does to the seats of its game, in the same transaction. */
final class Effects {
    private static final String PIN_TAKEN =
            "SELECT EXISTS (SELECT FROM game WHERE pin = $1 AND finished_at IS NULL AND id <> $2)";

    private Effects() {}

    /**
     * @param row the game as it was before the event
     * @param next the game after it
     * @param regraded what was worked out for this very row, where the event judges a question again; else null
     * @return why it cannot be, after all, or null
     */
    static Future<String> of(Event event, SqlClient client, GameRow row, Game next, Regraded regraded) {
        var id = row.id();
        return switch (event) {
            case Event.Closed _ -> scored(client, row, true);
            case Event.Skipped _ -> scored(client, row, false);
            case Event.Restored _ ->
                row.in(Phase.FINISHED) ? unlessTaken(client, row) : scored(client, row, !next.isVoid(next.question()));
            case Event.Regraded _, Event.Ungraded _ -> done(regraded.write(client, id));
            case Event.Kicked kicked -> ranked(client, id, Moderation.remove(client, id, kicked.player()));
            case Event.Released released ->
                Moderation.release(client, id, released.player()).compose(Effects::unlessKnown);
            case Event.Admitted admitted -> ranked(client, id, Moderation.admit(client, id, admitted.player()));
            case Event.Granted(var player, int percent) ->
                Moderation.grant(client, id, player, percent).compose(Effects::unlessKnown);
            case Event.Drawn _ ->
                done(Teams.draw(client, id, row.frozen().plan().settings().teams()));
            case Event.AdmittedAll _ -> ranked(client, id, Moderation.admitAll(client, id));
            case Event.Shifted shifted -> done(Presence.moved(client, id, shifted.gapMs()));
            default -> Future.succeededFuture();
        };
    }

    private static Future<String> scored(SqlClient client, GameRow row, boolean counts) {
        var settings = row.frozen().plan().settings();
        return done(Scores.add(
                client, row.id(), row.game().question(), row.question().orElseThrow(), counts, settings));
    }

    /** A PIN that rests is nobody's; where clocks were turned back it may be somebody's all the same. */
    private static Future<String> unlessTaken(SqlClient client, GameRow row) {
        return client.preparedQuery(PIN_TAKEN)
                .execute(Tuple.of(row.frozen().pin(), row.id()))
                .map(rows -> rows.iterator().next().getBoolean(0) ? "pin-taken" : null);
    }

    /** Everybody has another place once somebody counts, or counts no more. */
    private static Future<String> ranked(SqlClient client, UUID game, Future<Boolean> changed) {
        return changed.compose(known -> known ? done(Scores.rank(client, game)) : unlessKnown(false));
    }

    private static Future<String> unlessKnown(boolean seat) {
        return Future.succeededFuture(seat ? null : "unknown");
    }

    private static Future<String> done(Future<Void> written) {
        return written.map(v -> null);
    }
}
