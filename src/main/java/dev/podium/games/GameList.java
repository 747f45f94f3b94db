package dev.podium.games;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.state.Gate;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A host's running and past games, newest first. */
@ApplicationScoped
class GameList {
    static final int MOST = 200;

    /** When a game was opened, and its id: what comes next is older, or beside it. */
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})_(\\S{36})");

    /** @param finishedAt milliseconds of the database's clock, null while it runs */
    record Summary(
            UUID id,
            String pin,
            String screenToken,
            String title,
            String phase,
            int players,
            long createdAt,
            Long finishedAt) {}

    /** @param next what to ask for the following ones with; null at the end */
    record Page(List<Summary> games, String next) {}

    record Detail(Summary summary, GameRow row) {}

    private static final String SELECT = """
            SELECT id, pin, screen_token, title, phase, created_at, finished_at,
                   (SELECT count(*)::int FROM player p WHERE p.game_id = g.id AND p.counts) AS players
            FROM game g
            """;

    private static final String FIRST = SELECT + "WHERE owner_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2";
    private static final String NEXT =
            SELECT + "WHERE owner_id = $1 AND (created_at, id) < ($3, $4) ORDER BY created_at DESC, id DESC LIMIT $2";

    /** Alone with the game: its seats go too, and somebody may be noting that he has left. */
    private static final String DELETE = Gate.MOVER_PASSES
            + " DELETE FROM game USING gate WHERE game.id = $1 AND owner_id = $3 AND phase = 'finished'";

    private final Pool pool;
    private final GameReader store;

    GameList(Pool pool, GameReader store) {
        this.pool = pool;
        this.store = store;
    }

    /**
     * Some of a host's games.
     *
     * @param cursor null for the first page
     * @param limit from 1 to {@value #MOST}
     * @throws Problem.Refusal 422 for a cursor that is none
     */
    Future<Page> page(UUID owner, String cursor, int limit) {
        return rows(owner, cursor, limit).map(rows -> {
            var found = rows.stream().map(GameList::summary).toList();
            var shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(shown, found.size() > limit ? cursor(shown.getLast()) : null);
        });
    }

    private Future<RowSet<Row>> rows(UUID owner, String cursor, int limit) {
        if (cursor == null) return pool.preparedQuery(FIRST).execute(Tuple.of(owner, limit + 1));
        var read = CURSOR.matcher(cursor);
        if (!read.matches()) throw noCursor();
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(owner, limit + 1, Long.parseLong(read.group(1)), id(read.group(2))));
    }

    private static String cursor(Summary last) {
        return last.createdAt() + "_" + last.id();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
    }

    private static Problem.Refusal noCursor() {
        return Problem.invalid("after", Code.INVALID, "It has to be what the link to the next page says.")
                .refusal();
    }

    /** Empty when there is no such game or it is another host's. */
    Future<Optional<Detail>> one(UUID owner, UUID id) {
        return pool.preparedQuery(SELECT + "WHERE owner_id = $1 AND id = $2")
                .execute(Tuple.of(owner, id))
                .compose(rows -> {
                    var found = GameReader.first(rows).map(GameList::summary);
                    if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
                    return store.load(pool, id).map(row -> row.map(r -> new Detail(found.get(), r)));
                });
    }

    /** Deletes a game that is over, with its players and their answers; whether there was one. */
    Future<Boolean> delete(UUID owner, UUID id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(id, Gate.of(id), owner))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.getUUID("id"),
                row.getString("pin"),
                row.getString("screen_token"),
                row.getString("title"),
                row.getString("phase"),
                row.getInteger("players"),
                row.getLong("created_at"),
                row.getLong("finished_at"));
    }
}
