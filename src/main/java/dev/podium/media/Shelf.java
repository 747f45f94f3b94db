package dev.podium.media;

import dev.podium.configuration.Configuration;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

    /** More names of quizzes than these help nobody. */
    private static final int NAMED = 10;

    /** Beyond it the games of one upload are not counted. */
    private static final int COUNTED = 1_000;

    private static final String SELECT = """
            SELECT h.hash, h.created_at, m.type, m.size, p.hash AS phone, p.type AS phone_type, p.size AS phone_size,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'title', q.title)), '[]')
                    FROM (SELECT q.id, q.title FROM media_quiz u JOIN quiz q ON q.id = u.quiz_id
                          WHERE u.hash = h.hash AND q.owner_id = $1 ORDER BY q.title LIMIT %d) q) AS quizzes,
                   (SELECT count(*) FROM (SELECT FROM media_game u JOIN game g ON g.id = u.game_id
                                          WHERE u.hash = h.hash AND g.owner_id = $1 LIMIT %d) g) AS games
            FROM media_host h JOIN media m USING (hash) LEFT JOIN media p ON p.hash = h.phone
            WHERE h.host_id = $1 %s ORDER BY h.created_at DESC, h.hash DESC LIMIT %d""";

    private static final String FIRST = SELECT.formatted(NAMED, COUNTED, "", PAGE + 1);
    private static final String NEXT =
            SELECT.formatted(NAMED, COUNTED, "AND (h.created_at, h.hash) < ($2, $3)", PAGE + 1);

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
    private final long quota;
    private final long largest;

    Shelf(Pool pool, Configuration settings) {
        this.pool = pool;
        this.quota = settings.media().quota();
        this.largest = settings.media().largest();
    }

    /**
     * Some of a shelf, the latest first. Sizes are bytes.
     *
     * @param next what to ask for the following ones with; null at the end
     * @param used how much room the host's uploads take
     * @param quota how much they may take
     * @param largest how large one of them may be
     */
    @RegisterForReflection
    @Schema(name = "MediaPage")
    record Page(List<Item> items, String next, long used, long quota, long largest) {}

    /**
     * An upload, and what uses it: the first of the host's quizzes by title, and how many of the host's games, at most {@value Shelf#COUNTED}.
     *
     * @param phone a small picture of the same, or null
     */
    @RegisterForReflection
    @Schema(name = "ShelvedMedia")
    record Item(
            String hash, String url, String type, long size, StoredMedia phone, List<NamedQuiz> quizzes, long games) {}

    @RegisterForReflection
    @Schema(name = "NamedQuiz")
    record NamedQuiz(String id, String title) {}

    /**
     * @param cursor null for the first page
     * @throws Problem.Refusal 422 for a cursor that is none
     */
    Future<Page> page(UUID host, String cursor) {
        return rows(host, cursor)
                .compose(rows -> pool.preparedQuery(Media.USED)
                        .execute(Tuple.of(host, ""))
                        .map(used -> page(rows, used.iterator().next().getLong("used"))));
    }

    private Future<List<Row>> rows(UUID host, String cursor) {
        if (cursor == null)
            return pool.preparedQuery(FIRST).execute(Tuple.of(host)).map(Shelf::list);
        var read = CURSOR.matcher(cursor);
        if (!read.matches()) throw noCursor();
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(host, time(read.group(1)), read.group(2)))
                .map(Shelf::list);
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

    private static List<Row> list(RowSet<Row> rows) {
        return rows.stream().toList();
    }

    private Page page(List<Row> rows, long used) {
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new Page(
                shown.stream().map(Shelf::item).toList(),
                rows.size() > PAGE ? cursor(shown.getLast()) : null,
                used,
                quota,
                largest);
    }

    private static Item item(Row row) {
        var phone = row.getString("phone");
        var media = StoredMedia.of(row.getString("hash"), row.getString("type"), row.getLong("size"));
        return new Item(
                media.hash(),
                media.url(),
                media.type(),
                media.size(),
                phone == null ? null : StoredMedia.of(phone, row.getString("phone_type"), row.getLong("phone_size")),
                row.getJsonArray("quizzes").stream()
                        .map(JsonObject.class::cast)
                        .map(quiz -> new NamedQuiz(quiz.getString("id"), quiz.getString("title")))
                        .toList(),
                row.getLong("games"));
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
