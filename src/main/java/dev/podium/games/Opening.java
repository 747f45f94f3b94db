package dev.podium.games;

import dev.podium.game.Plan;
import dev.podium.game.Round;
import dev.podium.game.Settings;
import dev.podium.library.QuestionJson;
import dev.podium.library.QuizRecord;
import dev.podium.library.RoundsJson;
import dev.podium.library.SettingsJson;
import dev.podium.state.Frozen;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Opens lobbies: freezes the quiz, draws ids, PIN and link. */
@ApplicationScoped
class Opening {
    /** With a thousand games at once one draw in nine hundred is taken; so many in a row never are. */
    private static final int DRAWS = 20;

    /** Who may edit the quiz steers its games too, until the owner thinks otherwise. */
    private static final String INSERT = """
            WITH opened AS (
            INSERT INTO game (id, owner_id, quiz_id, pin, screen_token, title, language, settings, questions,
                              since, hosts_at, created_at, rounds, round_count, rehearsal)
            SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::text::jsonb,
                   $9::text::jsonb, $10::bigint, $10, $10, $12::text::jsonb, $13, $14
            WHERE NOT EXISTS (SELECT FROM game WHERE pin = $4
                              AND (finished_at IS NULL OR finished_at > $10 - $11::bigint))
            ON CONFLICT (pin) WHERE finished_at IS NULL DO NOTHING
            RETURNING id, owner_id, quiz_id, created_at
            ), crew AS (
            INSERT INTO game_host (game_id, host_id, created_at)
            SELECT o.id, s.host_id, o.created_at FROM opened o JOIN quiz_share s ON s.quiz_id = o.quiz_id
            WHERE s.may = 'edit' AND s.host_id <> o.owner_id
            )
            SELECT id FROM opened
            """;

    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    Opening(Pool pool) {
        this.pool = pool;
    }

    /** A plan and its long texts, which are written once and before the database is asked: it answers on an event loop. */
    record Written(Plan plan, String settings, String questions) {
        static Written of(Plan plan) {
            return new Written(
                    plan,
                    SettingsJson.write(plan.settings()).toString(),
                    QuestionJson.write(plan.questions()).toString());
        }
    }

    /** Opens a game of quizzes that have questions, a round each. */
    Future<Frozen> open(UUID owner, List<QuizRecord> quizzes, Settings settings, boolean rehearsal) {
        var quiz = quizzes.getFirst();
        var plan = Plan.freeze(quiz.title(), quiz.language(), settings, quiz.questions(), random)
                .of(quiz.id());
        for (var next : quizzes.subList(1, quizzes.size())) {
            var round = new Round(next.id(), next.title(), next.questions().size());
            plan = plan.append(round, plan.freeze(next.questions(), random));
        }
        var written = Written.of(plan);
        return pool.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
                .execute()
                .compose(rows -> {
                    long now = rows.iterator().next().getLong(0);
                    return draw(owner, quiz.id(), written, rehearsal, now, DRAWS);
                });
    }

    private Future<Frozen> draw(UUID owner, UUID quiz, Written written, boolean rehearsal, long now, int left) {
        if (left == 0) return Future.failedFuture(new IllegalStateException("No PIN is free"));
        var frozen = new Frozen(
                UUID.randomUUID(), owner, quiz, Pins.draw(), Pins.screenToken(), written.plan(), rehearsal, now);
        return store(pool, frozen, written)
                .compose(stored ->
                        stored ? Future.succeededFuture(frozen) : draw(owner, quiz, written, rehearsal, now, left - 1));
    }

    /** Stores a new lobby. Gives false when the PIN is in use or rests. */
    static Future<Boolean> store(SqlClient client, Frozen frozen, Written written) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        frozen.id(),
                        frozen.owner(),
                        frozen.quizId(),
                        frozen.pin(),
                        frozen.screenToken(),
                        written.plan().title(),
                        written.plan().language(),
                        written.settings(),
                        written.questions(),
                        frozen.createdAt(),
                        Pins.REST_MS,
                        RoundsJson.write(written.plan().rounds()),
                        written.plan().rounds().size(),
                        frozen.rehearsal())))
                .map(rows -> rows.rowCount() == 1);
    }
}
