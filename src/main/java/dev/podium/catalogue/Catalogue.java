package dev.podium.catalogue;

import static dev.podium.http.Async.await;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lists of quizzes, some at a time. Any thread; results arrive on an event loop. */
@ApplicationScoped
public class Catalogue {
    /** Quizzes of one host, without those in the trash. */
    public static final int MOST = 5_000;

    /** And with them. */
    public static final int MOST_IN_ALL = 2 * MOST;

    /**
     * What was typed, folded as the texts are; and what it is reduced to in each language whose words are known, as these stand
     * at the end of a quiz's text. The owner's quizzes are looked through by key, each text unpacked once: a word may begin
     * anywhere, and Chinese has no spaces.
     */
    private static final String ASKED = """
            WITH asked AS MATERIALIZED (
                SELECT folded(word) AS word, ARRAY(
                    SELECT DISTINCT ' ' || folded(stem) || ' '
                    FROM unnest(ts_lexize('english_stem', lower(word)) || ts_lexize('german_stem', lower(word))
                                || ts_lexize('spanish_stem', lower(word)) || ts_lexize('french_stem', lower(word))
                                || ts_lexize('arabic_stem', lower(word))) AS stem
                    WHERE strpos(folded(stem), folded(word)) = 0) AS stems
                FROM unnest(%s::text[]) AS word),
            """;

    private static final String SAYS_ALL = """
            AND NOT EXISTS (SELECT FROM asked WHERE strpos(said.text, word) = 0
                             AND NOT EXISTS (SELECT FROM unnest(stems) AS stem WHERE strpos(said.text, stem) > 0))""";

    private static final String BELOW = """
            (WITH RECURSIVE below AS (
                SELECT id FROM quiz_folder WHERE id = %s
                UNION SELECT f.id FROM quiz_folder f JOIN below ON f.parent_id = below.id)
             SELECT id FROM below)""";

    /** Each by its key: how many there will be is not known when the statement is planned. */
    private static final String SHOWN =
            " FROM picked, LATERAL (SELECT * FROM quiz WHERE quiz.id = picked.id OFFSET 0) AS q";

    private final Pool pool;

    Catalogue(Pool pool) {
        this.pool = pool;
    }

    /**
     * Some of a list.
     *
     * @param next what to ask for the following ones with; null at the end
     * @param total how many there are on all pages; on the first page only
     */
    @RegisterForReflection
    @Schema(name = "QuizPage")
    record Page(List<Card> items, String next, Long total) {}

    Future<Page> page(UUID host, Wish wish) {
        var values = new ArrayList<Object>();
        var sql = sql(host, wish, values);
        return pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .map(rows -> page(rows.stream().toList(), wish));
    }

    /** All of a host's quizzes, the latest first. Waits: for virtual and worker threads only. */
    public List<Card> all(UUID host) {
        var all = new ArrayList<Card>();
        Cursor after = null;
        do {
            var page = await(page(host, Wish.everything(after)));
            all.addAll(page.items());
            after = page.next() == null ? null : Cursor.read(page.next());
        } while (after != null);
        return all;
    }

    static String sql(UUID host, Wish wish, List<Object> values) {
        var me = bind(values, host);
        boolean shared = wish.view() == Wish.View.SHARED;
        boolean searched = !wish.words().isEmpty();
        var column = "q." + wish.sort().column;
        var order = wish.sort().byTime() ? "DESC" : "ASC";

        var sql = new StringBuilder();
        if (searched) sql.append(ASKED.formatted(bind(values, wish.words().toArray(String[]::new))));
        sql.append(searched ? "" : "WITH ")
                .append("picked AS MATERIALIZED (SELECT q.id, ")
                .append(column);
        sql.append(shared ? " AS key, s.may" : " AS key, 'own' AS may");
        sql.append(wish.after() == null ? ", count(*) OVER () AS total" : ", NULL::bigint AS total");
        sql.append(shared ? " FROM quiz_share s JOIN quiz q ON q.id = s.quiz_id" : " FROM quiz q");
        if (searched) sql.append(", LATERAL (SELECT q.searched || '' AS text OFFSET 0) AS said");
        sql.append(shared ? " WHERE s.host_id = " : " WHERE q.owner_id = ").append(me);
        sql.append(wish.view() == Wish.View.TRASH ? " AND q.deleted_at IS NOT NULL" : " AND q.deleted_at IS NULL");
        if (wish.folder() != null) {
            var folder = bind(values, wish.folder()) + "::uuid";
            sql.append(searched ? " AND q.folder_id IN " + BELOW.formatted(folder) : " AND q.folder_id = " + folder);
        }
        if (wish.tag() != null)
            sql.append(" AND q.tags @> ARRAY[").append(bind(values, wish.tag())).append("::text]");
        if (wish.after() != null) {
            var key = wish.sort().byTime() ? wish.after().time() : wish.after().key();
            sql.append(" AND (")
                    .append(column)
                    .append(", q.id) ")
                    .append(wish.sort().byTime() ? "<" : ">");
            sql.append(" (")
                    .append(bind(values, key))
                    .append(", ")
                    .append(bind(values, wish.after().id()))
                    .append(")");
        }
        if (searched) sql.append(" ").append(SAYS_ALL);
        sql.append(" ORDER BY ")
                .append(column)
                .append(" ")
                .append(order)
                .append(", q.id ")
                .append(order);
        // Not bound: for a number that is not known a plan reads a tenth of all.
        sql.append(" LIMIT ").append(wish.limit() + 1).append(")");
        sql.append(" SELECT picked.key, picked.may, picked.total, ").append(Card.COLUMNS);
        sql.append(SHOWN).append(" ORDER BY picked.key ").append(order);
        return sql.append(", q.id ").append(order).toString();
    }

    private static String bind(List<Object> values, Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static Page page(List<Row> rows, Wish wish) {
        boolean more = rows.size() > wish.limit();
        var shown = rows.subList(0, Math.min(wish.limit(), rows.size()));
        return new Page(
                shown.stream().map(Card::of).toList(),
                more ? cursor(shown.getLast(), wish.sort()).text() : null,
                wish.after() != null
                        ? null
                        : rows.isEmpty() ? 0L : rows.getFirst().getLong("total"));
    }

    private static Cursor cursor(Row row, Wish.Sort sort) {
        return new Cursor(
                row.getUUID("id"),
                sort.byTime() ? row.getOffsetDateTime("key").toInstant().toString() : row.getString("key"));
    }
}
