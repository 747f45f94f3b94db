package dev.podium.games;

import dev.podium.crew.Crew;
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

/** A host's running and past games, and those of others that the host steers too, newest first. */
@ApplicationScoped
class GameList {
    static final int MOST = 200;

    /** When a game was opened, and its id: what comes next is older, or beside it. */
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})_(\\S{36})");

    /**
     * @param finishedAt milliseconds of the database's clock, null while it runs
     * @param owner the name of another host, whose it is; null for the host's own
     */
    record Summary(
            UUID id,
            String pin,
            String screenToken,
            String title,
            String phase,
            int players,
            long createdAt,
            Long finishedAt,
            String owner,
            boolean rehearsal) {}

    /** @param next what to ask for the following ones with; null at the end */
    record Page(List<Summary> games, String next) {}

    record Detail(Summary summary, GameRow row) {}

    private static final String SELECT = """
            SELECT id, pin, screen_token, title, phase, created_at, finished_at, rehearsal,
                   (SELECT count(*)::int FROM player p WHERE p.game_id = g.id AND p.counts) AS players,
                   (SELECT name FROM host h WHERE h.id = g.owner_id AND h.id <> $1) AS owner
            FROM game g
            """;

    /** The newest of a host's own, and of those that others have asked the host to steer. */
    private static final String PAGE = SELECT + """
            WHERE id = ANY (ARRAY(
                (SELECT m.id FROM game m WHERE m.owner_id = $1 AND $shown $own
                 ORDER BY m.created_at DESC, m.id DESC LIMIT $2)
                UNION ALL
                (SELECT c.game_id FROM game_host c JOIN game m ON m.id = c.game_id WHERE c.host_id = $1 AND $shown $asked
                 ORDER BY c.created_at DESC, c.game_id DESC LIMIT $2)))
            ORDER BY created_at DESC, id DESC LIMIT $2
            """.replace("$shown", "NOT (m.rehearsal AND m.phase = 'finished')");

    static final String FIRST = PAGE.replace("$own", "").replace("$asked", "");
    static final String NEXT = PAGE.replace("$own", "AND (m.created_at, m.id) < ($3, $4)")
            .replace("$asked", "AND (c.created_at, c.game_id) < ($3, $4)");

    private static final String OF_QUIZ = SELECT + """
            WHERE quiz_id = $2 AND NOT (rehearsal AND phase = 'finished')
              AND (owner_id = $1 OR EXISTS (SELECT FROM game_host c WHERE c.game_id = g.id AND c.host_id = $1))
            ORDER BY created_at DESC, id DESC LIMIT\s""" + MOST;

    /** Alone with the game: its seats go too, and somebody may be noting that he has left. */
    private static final String DELETE = Gate.MOVER_PASSES
            + " DELETE FROM game USING gate WHERE game.id = $1 AND owner_id = $3 AND phase = 'finished'";

    private final Pool pool;
    private final GameReader store;
    private final Crew crew;

    GameList(Pool pool, GameReader store, Crew crew) {
        this.pool = pool;
        this.store = store;
        this.crew = crew;
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

    /** The newest of a host's games of one quiz. */
    Future<Page> ofQuiz(UUID host, UUID quiz) {
        return pool.preparedQuery(OF_QUIZ)
                .execute(Tuple.of(host, quiz))
                .map(rows -> new Page(rows.stream().map(GameList::summary).toList(), null));
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

    /** Empty when there is no such game or the host does not steer it. */
    Future<Optional<Detail>> one(UUID host, UUID id) {
        return crew.steers(host, id).compose(may -> may ? read(host, id) : Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Detail>> read(UUID host, UUID id) {
        return pool.preparedQuery(SELECT + "WHERE id = $2")
                .execute(Tuple.of(host, id))
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
                row.getLong("finished_at"),
                row.getString("owner"),
                row.getBoolean("rehearsal"));
    }
}
