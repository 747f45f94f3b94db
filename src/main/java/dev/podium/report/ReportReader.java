package dev.podium.report;

import static dev.podium.http.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.configuration.Configuration;
import dev.podium.crew.Crew;
import dev.podium.game.Key;
import dev.podium.game.Keys;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.Round;
import dev.podium.game.Team;
import dev.podium.library.QuestionJson;
import dev.podium.library.RoundsJson;
import dev.podium.library.SettingsJson;
import dev.podium.report.Report.Answerer;
import dev.podium.report.Report.GivenAnswer;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import dev.podium.report.Report.Summary;
import dev.podium.tally.AnswerCounts;
import dev.podium.wire.KeyJson;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a game's results from what was stored while it ran. Its methods block and are for threads that may.
 *
 * <p>All of a report is of one moment: one transaction, which ends when the report is written. The players come from a cursor,
 * a few of them a trip, so that a report of ten thousand takes no more memory than one of a hundred.
 */
@ApplicationScoped
class ReportReader {
    private static final int PLAYERS_A_TRIP = 100;
    private static final int ANSWERS_A_TRIP = 500;

    /**
     * A cursor waits for whoever reads the report, and locks nothing meanwhile: longer than the bound that guards games,
     * within the one that takes a silent connection for dead.
     */
    private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
            + " SET LOCAL idle_in_transaction_session_timeout = 15000";

    /** Seats in order first, then the answers of one after the other by their index: nothing large is ever sorted. */
    static final String PLAYERS = statement("");

    /** The same with the answers to the questions from {@code $2} to {@code $3}, without that one. */
    static final String IN_ROUND = statement("AND question >= $2 AND question < $3 ");

    private static String statement(String which) {
        return """
            SELECT p.id, p.rank, p.nickname, p.identity, p.team, p.score, p.correct, p.rounds, a.question, a.body, a.fraction, a.points, a.ms
            FROM (SELECT id, rank, nickname, identity, team, score, correct, rounds, joined_at FROM player
                  WHERE game_id = $1 AND counts ORDER BY rank, joined_at, id OFFSET 0) AS p
            LEFT JOIN LATERAL (
                SELECT array_agg(question) AS question, array_agg(body::text) AS body, array_agg(fraction) AS fraction,
                       array_agg(points + bonus) AS points, array_agg(elapsed_ms) AS ms
                FROM (SELECT * FROM answer WHERE game_id = $1 AND player_id = p.id $which ORDER BY question) AS given
            ) AS a ON true
            ORDER BY p.rank, p.joined_at, p.id
            """.replace("$which ", which);
    }

    /** Seat by seat, by its key: what a planner makes of a join here may read all answers once for each of them. */
    static final String ANSWERS = """
            SELECT p.nickname, p.team, a.body::text AS body, a.fraction, a.points + a.bonus AS points, a.elapsed_ms AS ms
            FROM (SELECT id, rank, nickname, team, joined_at FROM player
                  WHERE game_id = $1 AND counts ORDER BY rank, joined_at, id OFFSET 0) AS p
            CROSS JOIN LATERAL (
                SELECT * FROM answer WHERE game_id = $1 AND player_id = p.id AND question = $2 OFFSET 0
            ) AS a
            ORDER BY p.rank, p.joined_at, p.id
            """;

    private final Pool pool;
    private final Crew crew;
    private final ObjectMapper mapper;
    private final Optional<Duration> longest;

    ReportReader(Pool pool, Crew crew, ObjectMapper mapper, Configuration settings) {
        this.longest = settings.games().longest();
        this.pool = pool;
        this.crew = crew;
        this.mapper = mapper;
    }

    /** The PIN that a game has or had; empty when there is no such game the host does not steer it, or it is a rehearsal. */
    Optional<String> pin(UUID host, UUID game) {
        if (!await(crew.steers(host, game))) return Optional.empty();
        var rows = await(pool.preparedQuery("SELECT pin FROM game WHERE id = $1 AND NOT rehearsal")
                .execute(Tuple.of(game)));
        return rows.stream().map(row -> row.getString("pin")).findFirst();
    }

    /** Writes the report of a game that is there. */
    void read(UUID game, ReportWriter writer) throws IOException {
        var connection = await(pool.getConnection());
        try {
            await(connection.query(BEGIN).execute());
            read(connection, game, writer);
        } finally {
            // Nothing was written that could be committed.
            connection.query("ROLLBACK").execute().onComplete(done -> connection.close());
        }
    }

    private void read(SqlConnection connection, UUID id, ReportWriter writer) throws IOException {
        var game = await(connection
                        .preparedQuery(
                                "SELECT id, title, pin, created_at, finished_at, quiz_id, settings::text, questions::text, rounds::text,"
                                        + " voided, judged::text, (SELECT count(*)::int FROM player WHERE game_id = $1 AND counts) AS players"
                                        + " FROM game WHERE id = $1")
                        .execute(Tuple.of(id)))
                .iterator()
                .next();
        var judged = KeyJson.stored(tree(game.getString("judged")));
        var questions = Keys.judged(QuestionJson.frozen(tree(game.getString("questions"))), judged);
        var voided = voided(game, judged);
        var asked = asked(questions, events(connection, id));
        var plan = plan(game, questions);
        var lines = lines(connection, id, plan, judged.keySet(), voided, asked);
        writer.begin(new Report(
                summary(game),
                game.getInteger("players"),
                plan.settings().entry().identify() != null,
                plan.rounds(),
                plan.settings().course().carry(),
                lines));
        var teams = plan.settings().teams().stream().collect(Collectors.toMap(Team::id, Team::name));
        IntPredicate counts = index -> asked.contains(index) && !voided.contains(index);
        Function<Row, PlayerLine> player = row -> player(row, teams, questions, counts);
        if (writer.players()) players(connection, PLAYERS, Tuple.of(id), player, writer::player);
        if (writer.byRound() && plan.hasRounds()) {
            int first = 0;
            for (int round = 0; round < plan.rounds().size(); round++) {
                int end = first + plan.rounds().get(round).size();
                if (IntStream.range(first, end).anyMatch(asked::contains)) {
                    writer.beginRound(round);
                    players(connection, IN_ROUND, Tuple.of(id, first, end), player, writer::inRound);
                }
                first = end;
            }
        }
        if (writer.byQuestion()) {
            for (var line : lines)
                if (line.asked() && line.question().answerable()) answers(connection, id, line, teams, writer);
        }
        writer.end();
    }

    private interface PlayerWriter {
        void write(PlayerLine player) throws IOException;
    }

    private static void players(
            SqlConnection connection, String sql, Tuple of, Function<Row, PlayerLine> reader, PlayerWriter writer)
            throws IOException {
        var cursor = await(connection.prepare(sql)).cursor(of);
        do {
            for (var row : await(cursor.read(PLAYERS_A_TRIP))) writer.write(reader.apply(row));
        } while (cursor.hasMore());
    }

    private void answers(
            SqlConnection connection, UUID id, QuestionLine line, Map<String, String> teams, ReportWriter writer)
            throws IOException {
        writer.question(line);
        var cursor = await(connection.prepare(ANSWERS)).cursor(Tuple.of(id, line.index()));
        do {
            for (var row : await(cursor.read(ANSWERS_A_TRIP))) {
                var words = AnswerWords.parts(line.question(), tree(row.getString("body")));
                var given = new GivenAnswer(
                        line.index(),
                        String.join(" | ", words),
                        row.getDouble("fraction"),
                        line.voided() ? 0 : row.getInteger("points"),
                        row.getInteger("ms"));
                writer.answer(new Answerer(row.getString("nickname"), teams.get(row.getString("team")), given));
            }
        } while (cursor.hasMore());
    }

    private static Set<Integer> voided(Row game, Map<Integer, Key> judged) {
        var voided = new HashSet<>(List.of(game.getArrayOfIntegers("voided")));
        judged.forEach((index, key) -> {
            if (key instanceof Key.Void) voided.add(index);
        });
        return voided;
    }

    private Summary summary(Row game) {
        var quiz = game.getUUID("quiz_id");
        var finishedAt = game.getLong("finished_at");
        return new Summary(
                game.getUUID("id").toString(),
                quiz == null ? null : quiz.toString(),
                game.getString("title"),
                game.getString("pin"),
                game.getLong("created_at"),
                finishedAt,
                finishedAt == null
                        ? null
                        : longest.map(longest -> finishedAt + longest.toMillis())
                                .orElse(null));
    }

    private Plan plan(Row game, List<Question> questions) {
        var title = game.getString("title");
        var only = new Round(game.getUUID("quiz_id"), title, questions.size());
        return new Plan(
                title,
                null,
                SettingsJson.frozen(tree(game.getString("settings"))),
                questions,
                RoundsJson.read(tree(game.getString("rounds")), only));
    }

    private static List<QuestionLine> lines(
            SqlConnection connection,
            UUID game,
            Plan plan,
            Set<Integer> judged,
            Set<Integer> voided,
            Set<Integer> asked) {
        var answered = await(AnswerCounts.questions(connection, game));
        var lines = new ArrayList<QuestionLine>();
        for (int index = 0; index < plan.size(); index++) {
            var question = plan.question(index);
            var all = answered.get(index);
            lines.add(new QuestionLine(
                    index,
                    plan.roundOf(index),
                    question,
                    voided.contains(index),
                    asked.contains(index),
                    judged.contains(index),
                    all == null ? 0 : all.answers(),
                    !question.graded() ? null : (Long) (all == null ? 0 : all.right()),
                    !question.graded() || all == null ? null : all.fraction(),
                    all == null ? null : (Long) all.meanMs(),
                    await(TallyRows.read(connection, game, index, question)),
                    await(TallyRows.cells(connection, game, index, question))));
        }
        return lines;
    }

    private static RowSet<Row> events(SqlConnection connection, UUID game) {
        return await(connection
                .preparedQuery("SELECT type, (body ->> 'question')::int AS question FROM game_event WHERE game_id = $1"
                        + " AND type IN ('readied', 'opened', 'closed', 'skipped') ORDER BY seq")
                .execute(Tuple.of(game)));
    }

    /** The questions whose results were shown, and the slides that were; a game ended in the middle of one does not count it. */
    private static Set<Integer> asked(List<Question> questions, RowSet<Row> events) {
        var asked = new HashSet<Integer>();
        int current = -1;
        for (var row : events) {
            switch (row.getString("type")) {
                case "readied" -> current = row.getInteger("question");
                case "opened" -> {
                    if (!questions.get(current).answerable()) asked.add(current);
                }
                default -> asked.add(current);
            }
        }
        return asked;
    }

    private PlayerLine player(Row row, Map<String, String> teams, List<Question> questions, IntPredicate counts) {
        return new PlayerLine(
                row.getUUID("id"),
                row.getInteger("rank"),
                row.getString("nickname"),
                row.getString("identity"),
                teams.get(row.getString("team")),
                row.getInteger("score"),
                row.getInteger("correct"),
                List.of(row.getArrayOfIntegers("rounds")),
                answers(row, questions, counts));
    }

    private List<GivenAnswer> answers(Row row, List<Question> questions, IntPredicate counts) {
        var indexes = row.getArrayOfIntegers("question");
        if (indexes == null) return List.of();
        var bodies = row.getArrayOfStrings("body");
        var fractions = row.getArrayOfDoubles("fraction");
        var points = row.getArrayOfIntegers("points");
        var times = row.getArrayOfIntegers("ms");
        var answers = new ArrayList<GivenAnswer>(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            var words = AnswerWords.parts(questions.get(indexes[i]), tree(bodies[i]));
            answers.add(new GivenAnswer(
                    indexes[i],
                    String.join(" | ", words),
                    fractions[i],
                    counts.test(indexes[i]) ? points[i] : 0,
                    times[i]));
        }
        return answers;
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }
}
