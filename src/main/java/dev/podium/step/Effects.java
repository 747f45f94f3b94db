package dev.podium.step;

import dev.podium.game.Event;
import dev.podium.game.Phase;
import dev.podium.library.QuestionJson;
import dev.podium.library.RoundsJson;
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

    private static final String GROW = "UPDATE game SET questions = questions || $2::text::jsonb,"
            + " rounds = $3::text::jsonb, round_count = $4 WHERE id = $1";

    private Effects() {}

    /**
     * @param row the game as it was before the event
     * @param after the game after it
     * @param regraded what was worked out for this very row, where the event judges a question again; else null
     * @return why it cannot be, after all, or null
     */
    static Future<String> of(Event event, SqlClient client, GameRow row, GameRow after, Regraded regraded) {
        var id = row.id();
        var plan = row.frozen().plan();
        var next = after.game();
        return switch (event) {
            case Event.Closed _ -> scored(client, row, true);
            case Event.Skipped _ -> scored(client, row, false);
            case Event.Restored _ ->
                row.in(Phase.FINISHED)
                        ? unlessTaken(client, row)
                                .compose(taken -> taken == null
                                        ? done(RoundResults.reopen(client, id, next, plan))
                                        : Future.succeededFuture(taken))
                        : scored(client, row, !next.isVoid(next.question()));
            case Event.Regraded _, Event.Ungraded _ -> done(regraded.write(client, id));
            case Event.Recessed _ -> done(RoundResults.close(client, id, next, plan));
            case Event.Finished _ ->
                plan.hasRounds() && !row.in(Phase.BREAK)
                        ? done(RoundResults.close(client, id, next, plan))
                        : Future.succeededFuture();
            case Event.Readied(int question, long _) ->
                plan.beginsRound(question) ? done(RoundResults.begin(client, id, plan)) : Future.succeededFuture();
            case Event.Appended _ -> appended(client, row, after);
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

    /** What was the only round is one of several now, and has given what it gave. */
    private static Future<String> appended(SqlClient client, GameRow row, GameRow after) {
        var plan = row.frozen().plan();
        if (!row.in(Phase.FINISHED)) return done(grown(client, after));
        return unlessTaken(client, row).compose(taken -> {
            if (taken != null) return Future.succeededFuture(taken);
            var closed = plan.hasRounds()
                    ? Future.<Void>succeededFuture()
                    : RoundResults.close(client, row.id(), row.game(), plan);
            return done(closed.compose(v -> grown(client, after)));
        });
    }

    private static Future<Void> grown(SqlClient client, GameRow after) {
        var plan = after.frozen().plan();
        var last = plan.rounds().getLast();
        var more = plan.questions().subList(plan.size() - last.size(), plan.size());
        return client.preparedQuery(GROW)
                .execute(Tuple.of(
                        after.id(),
                        QuestionJson.write(more).toString(),
                        RoundsJson.write(plan.rounds()),
                        plan.rounds().size()))
                .mapEmpty();
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
