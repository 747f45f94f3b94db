package dev.podium.media;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a host has uploaded and may use again. Any thread; results arrive on an event loop. */
@ApplicationScoped
class Shelf {
    static final int PAGE = 50;

    /** When it was uploaded, and its hash: what comes next is older, or beside it. */
    private static final Pattern CURSOR = Pattern.compile("(\\S{10,40})_([0-9a-f]{64})");

    private static final String SELECT = """
            SELECT h.hash, h.created_at, m.type, m.size FROM media_host h JOIN media m USING (hash)
            WHERE h.host_id = $1 %s ORDER BY h.created_at DESC, h.hash DESC LIMIT\s""" + (PAGE + 1);

    private static final String FIRST = SELECT.formatted("");
    private static final String NEXT = SELECT.formatted("AND (h.created_at, h.hash) < ($2, $3)");

    /** What the host's own quizzes and games use stays, and counts. */
    private static final String DELETE = """
            DELETE FROM media_host h WHERE host_id = $1 AND hash = $2
              AND NOT EXISTS (SELECT FROM media_quiz u JOIN quiz q ON q.id = u.quiz_id
                              WHERE u.hash = h.hash AND q.owner_id = $1)
              AND NOT EXISTS (SELECT FROM media_game u JOIN game g ON g.id = u.game_id
                              WHERE u.hash = h.hash AND g.owner_id = $1)
            """;

    private static final String IS_THERE = "SELECT FROM media_host WHERE host_id = $1 AND hash = $2";

    private final Pool pool;

    Shelf(Pool pool) {
        this.pool = pool;
    }

    /**
     * Some of a shelf, the latest first.
     *
     * @param next what to ask for the following ones with; null at the end
     */
    @RegisterForReflection
    @Schema(name = "MediaPage")
    record Page(List<StoredMedia> items, String next) {}

    /**
     * @param cursor null for the first page
     * @throws Problem.Refusal 422 for a cursor that is none
     */
    Future<Page> page(UUID host, String cursor) {
        if (cursor == null)
            return pool.preparedQuery(FIRST)
                    .execute(Tuple.of(host))
                    .map(rows -> page(rows.stream().toList()));
        var read = CURSOR.matcher(cursor);
        if (!read.matches()) throw noCursor();
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(host, time(read.group(1)), read.group(2)))
                .map(rows -> page(rows.stream().toList()));
    }

    /** Takes it from the shelf; what nobody uses any more is collected later. Fails with a refusal, 404 or 409. */
    Future<Void> delete(UUID host, String hash) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(host, hash))
                .compose(rows -> rows.rowCount() > 0
                        ? Future.succeededFuture()
                        : pool.preparedQuery(IS_THERE)
                                .execute(Tuple.of(host, hash))
                                .map(found -> {
                                    throw (found.size() == 0
                                                    ? Problem.notFound("upload")
                                                    : Problem.of(409, "In use", "A quiz or a game of yours uses it."))
                                            .refusal();
                                }));
    }

    private static Page page(List<Row> rows) {
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new Page(
                shown.stream()
                        .map(row -> StoredMedia.of(row.getString("hash"), row.getString("type"), row.getLong("size")))
                        .toList(),
                rows.size() > PAGE ? cursor(shown.getLast()) : null);
    }

    private static String cursor(Row row) {
        return row.getOffsetDateTime("created_at").toInstant() + "_" + row.getString("hash");
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw noCursor();
        }
    }

    private static Problem.Refusal noCursor() {
        return Problem.invalid("after", Code.INVALID, "It has to be what a page before said as next.")
                .refusal();
    }
}
