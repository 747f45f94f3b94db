package dev.podium.catalogue;

import static dev.podium.database.Explained.rowsRead;
import static dev.podium.http.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.account.TestHosts;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host who has kept 5,000 quizzes, and thrown as many away since: a page reads what it shows. */
@QuarkusTest
class FullLibraryTest {
    private static final int QUIZZES = 5_000;
    private static final int PER_FOLDER = 50;
    private static final int LIMIT = 60;
    /** Of each quiz shown its place in the order and then its row; and one more, which tells that there are more. */
    private static final int PAGE = 2 * LIMIT + 2;

    private static final String FOLDERS =
            "INSERT INTO quiz_folder (id, owner_id, name) SELECT gen_random_uuid(), ?, 'Folder ' || n"
                    + " FROM generate_series(1, %d) AS n".formatted(QUIZZES / PER_FOLDER);

    /** The first half is kept; the other half is newer, and in the trash. */
    private static final String FILL = """
            INSERT INTO quiz (id, owner_id, title, language, questions, version, created_at, updated_at, folder_id, tags, deleted_at)
            SELECT gen_random_uuid(), ?, 'Unit ' || n, NULL,
                   (SELECT jsonb_agg(jsonb_build_object('kind', 'slide', 'text', 'Slide ' || q)) FROM generate_series(1, 10) AS q),
                   0, to_timestamp(n), to_timestamp(n), f.id, ARRAY['year ' || n %% 10],
                   CASE WHEN n > %1$d THEN clock_timestamp() END
            FROM generate_series(1, 2 * %1$d) AS n
            JOIN (SELECT id, row_number() OVER () - 1 AS at FROM quiz_folder WHERE owner_id = ?) AS f
              ON f.at = n %% %2$d""".formatted(QUIZZES, QUIZZES / PER_FOLDER);

    @Inject
    Pool pool;

    @Inject
    Catalogue catalogue;

    @Inject
    DataSource database;

    private UUID host;

    @BeforeEach
    void fill() throws SQLException {
        host = TestHosts.another(database, "host").id();
        run(FOLDERS, 1);
        run(FILL, 2);
        // As PostgreSQL does by itself some time after: a library grows for longer than a game.
        run("ANALYZE quiz", 0);
    }

    @AfterEach
    void clear() throws SQLException {
        run("DELETE FROM quiz WHERE owner_id = ?", 1);
    }

    @Test
    void aPageReadsWhatItShowsTheFirstOneCountsAndNeitherLooksAtTheTrash() {
        for (var sort : List.of(Wish.Sort.CHANGED, Wish.Sort.CREATED, Wish.Sort.TITLE)) {
            var first = wish(Wish.View.ALL, null, null, sort, null);
            assertThat(read(first)).as("first by %s", sort).isBetween((double) LIMIT, (double) QUIZZES + PAGE);
            assertThat(read(next(first))).as("next by %s", sort).isBetween((double) LIMIT, (double) PAGE);
        }
        var trash = wish(Wish.View.TRASH, null, null, Wish.Sort.DELETED, null);
        assertThat(read(trash)).isBetween((double) LIMIT, (double) QUIZZES + PAGE);
        // In the order in which all hosts have thrown away: what of theirs lies between is looked at, too.
        assertThat(read(next(trash))).isBetween((double) LIMIT, 4.0 * PAGE);
    }

    @Test
    void aTagAndAWordAreLookedForAmongTheKeptAndAFolderAmongItsOwn() {
        var tagged = wish(Wish.View.ALL, null, "year 7", Wish.Sort.CHANGED, null);
        assertThat(read(tagged)).isLessThanOrEqualTo(QUIZZES + PAGE);
        var said = new Wish(Wish.View.ALL, null, null, List.of("zebra"), Wish.Sort.CHANGED, null, LIMIT);
        assertThat(read(said)).isLessThanOrEqualTo(QUIZZES + PAGE);

        var folder = await(pool.preparedQuery("SELECT id FROM quiz_folder WHERE owner_id = $1 LIMIT 1")
                        .execute(Tuple.of(host)))
                .iterator()
                .next()
                .getUUID(0);
        // What of a folder lies in the trash comes back into it, and so is still its own.
        assertThat(read(wish(Wish.View.ALL, folder, null, Wish.Sort.TITLE, null)))
                .isLessThanOrEqualTo(2 * PER_FOLDER + PAGE);
    }

    @Test
    void emptyingTheTrashReadsWhatIsOldEnough() {
        assertThat(rowsRead(pool, "quiz", Emptying.DELETE, Tuple.of(86_400L))).isZero();
    }

    private double read(Wish wish) {
        var values = new ArrayList<Object>();
        var sql = Catalogue.sql(host, wish, values);
        return rowsRead(pool, "quiz", sql, Tuple.from(values));
    }

    private Wish next(Wish first) {
        var next = Cursor.read(await(catalogue.page(host, first)).next());
        return wish(first.view(), first.folder(), first.tag(), first.sort(), next);
    }

    private static Wish wish(Wish.View view, UUID folder, String tag, Wish.Sort sort, Cursor after) {
        return new Wish(view, folder, tag, List.of(), sort, after, LIMIT);
    }

    private void run(String sql, int hosts) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= hosts; i++) statement.setObject(i, host);
            statement.executeUpdate();
        }
    }
}
