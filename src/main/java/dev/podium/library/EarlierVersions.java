package dev.podium.library;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What quizzes were before they were saved anew. Whoever calls has asked whether the host may, and writes under the lock of the quiz.
 */
@ApplicationScoped
class EarlierVersions {
    /** What stood for so long was meant; who goes on writing leaves a version as often as the second says. In seconds. */
    private static final int STOOD = 60;

    private static final int APART = 300;

    /** Nothing where the quiz is to stay as it is, or where it is one step of many in the same writing. */
    private static final String KEEP = """
            INSERT INTO quiz_version (quiz_id, version, title, description, language, questions, media, bytes, saved_at, saved_by)
            SELECT id, version, title, description, language, questions, ARRAY(SELECT media_in(questions)),
                   octet_length(questions::text), updated_at, saved_by
            FROM quiz q
            WHERE id = :quiz
              AND (title, description, language, questions)
                  IS DISTINCT FROM (cast(:title AS text), cast(:description AS text), cast(:language AS text),
                                    cast(cast(:questions AS text) AS jsonb))
              AND (cast(:always AS boolean)
                   OR saved_by IS DISTINCT FROM cast(:host AS uuid)
                   OR updated_at <= clock_timestamp() - interval '%d seconds'
                   OR (created_at <= updated_at - interval '%d seconds'
                       AND NOT EXISTS (SELECT FROM quiz_version v
                                       WHERE v.quiz_id = q.id AND v.saved_at > q.updated_at - interval '%2$d seconds')))
            ON CONFLICT DO NOTHING""".formatted(STOOD, APART);

    private static final String KEPT =
            "SELECT version, cast(extract(epoch FROM saved_at) AS bigint), bytes FROM quiz_version WHERE quiz_id = :quiz"
                    + " ORDER BY version DESC";

    private static final String HEAD = """
            SELECT v.version, v.title, jsonb_array_length(v.questions) AS questions, v.bytes, v.saved_at, h.name
            FROM quiz_version v LEFT JOIN host h ON h.id = v.saved_by WHERE v.quiz_id = $1 ORDER BY v.version DESC""";

    private static final String WHOLE = """
            SELECT v.version, v.title, v.description, v.language, v.questions::text AS questions, v.saved_at, h.name
            FROM quiz_version v LEFT JOIN host h ON h.id = v.saved_by WHERE v.quiz_id = $1 AND v.version = $2""";

    private final Pool pool;

    EarlierVersions(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param version the ETag it had, as a number
     * @param questions how many
     * @param bytes what it takes of the room for versions
     * @param savedAt epoch milliseconds
     * @param savedBy the name of the host; null where nobody knows any more
     */
    @RegisterForReflection
    @Schema(name = "QuizVersionHead")
    record Head(int version, String title, int questions, int bytes, long savedAt, String savedBy) {}

    /** @param most how many are kept of a quiz, and {@code mostBytes} how large they may be together */
    @RegisterForReflection
    @Schema(name = "QuizVersions")
    record Listed(List<Head> items, int most, int mostBytes) {}

    @RegisterForReflection
    @Schema(name = "QuizVersion")
    record Whole(
            int version,
            String title,
            String description,
            String language,

            @JsonRawValue @Schema(implementation = QuestionSchema[].class)
            String questions,

            long savedAt,
            String savedBy) {
        QuizDraft draft() {
            return new QuizDraft(title, description, language, questions, List.of());
        }
    }

    /**
     * Keeps a quiz as it is stored, before {@code next} is written over it; what is too much goes.
     *
     * @param always also where it is one step of many in the same writing
     */
    Uni<Void> keep(Mutiny.Session session, Quiz quiz, QuizDraft next, UUID host, boolean always) {
        return session.createNativeQuery(KEEP)
                .setParameter("quiz", quiz.id)
                .setParameter("title", next.title())
                .setParameter("description", next.description())
                .setParameter("language", next.language())
                .setParameter("questions", next.questions())
                .setParameter("always", always)
                .setParameter("host", host)
                .executeUpdate()
                .chain(kept -> kept == 0 ? Uni.createFrom().voidItem() : thin(session, quiz.id));
    }

    private Uni<Void> thin(Mutiny.Session session, UUID quiz) {
        return session.createNativeQuery(KEPT, Object[].class)
                .setParameter("quiz", quiz)
                .getResultList()
                .map(rows -> Thinning.gone(
                        rows.stream()
                                .map(row -> new Thinning.Kept(
                                        (int) row[0], Instant.ofEpochSecond((long) row[1]), (int) row[2]))
                                .toList(),
                        Instant.now()))
                .chain(gone -> gone.isEmpty() ? Uni.createFrom().voidItem() : drop(session, quiz, gone));
    }

    private static Uni<Void> drop(Mutiny.Session session, UUID quiz, List<Integer> versions) {
        return session.createNativeQuery("DELETE FROM quiz_version WHERE quiz_id = :quiz AND version IN (:versions)")
                .setParameter("quiz", quiz)
                .setParameter("versions", versions)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The latest first. */
    Future<Listed> of(UUID quiz) {
        return pool.preparedQuery(HEAD)
                .execute(Tuple.of(quiz))
                .map(rows -> new Listed(
                        rows.stream().map(EarlierVersions::head).toList(), Thinning.MOST, Thinning.MOST_BYTES));
    }

    Future<Optional<Whole>> one(UUID quiz, int version) {
        return pool.preparedQuery(WHOLE)
                .execute(Tuple.of(quiz, version))
                .map(rows -> rows.stream().map(EarlierVersions::whole).findFirst());
    }

    /** From now on nobody can see what the quiz was, and pictures that only were in it can go. */
    Future<Void> forget(UUID quiz) {
        return pool.preparedQuery("DELETE FROM quiz_version WHERE quiz_id = $1")
                .execute(Tuple.of(quiz))
                .mapEmpty();
    }

    private static Head head(Row row) {
        return new Head(
                row.getInteger("version"),
                row.getString("title"),
                row.getInteger("questions"),
                row.getInteger("bytes"),
                savedAt(row),
                row.getString("name"));
    }

    private static Whole whole(Row row) {
        return new Whole(
                row.getInteger("version"),
                row.getString("title"),
                row.getString("description"),
                row.getString("language"),
                row.getString("questions"),
                savedAt(row),
                row.getString("name"));
    }

    private static long savedAt(Row row) {
        return row.getOffsetDateTime("saved_at").toInstant().toEpochMilli();
    }
}
