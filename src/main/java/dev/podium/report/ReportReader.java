package dev.podium.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Question;
import dev.podium.game.Team;
import dev.podium.library.QuestionJson;
import dev.podium.library.SettingsJson;
import dev.podium.report.Report.GivenAnswer;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import dev.podium.report.Report.Summary;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a game's results from what was stored while it ran. */
@ApplicationScoped
class ReportReader {
    private final Pool pool;
    private final ObjectMapper mapper;

    ReportReader(Pool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    /** Empty when there is no such game or it is another host's. */
    Future<Optional<Report>> read(UUID owner, UUID game) {
        return query(
                        "SELECT id, title, pin, created_at, finished_at, settings::text, questions::text, voided"
                                + " FROM game WHERE id = $1 AND owner_id = $2",
                        Tuple.of(game, owner))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : read(game, rows.iterator().next()).map(Optional::of));
    }

    private Future<Report> read(UUID id, Row game) {
        var of = Tuple.of(id);
        var events = query(
                "SELECT type, (body ->> 'question')::int AS question FROM game_event"
                        + " WHERE game_id = $1 AND type IN ('readied', 'closed', 'skipped') ORDER BY seq",
                of);
        var players = query(
                "SELECT id, nickname, team, score, correct, rank FROM player WHERE game_id = $1 AND NOT removed"
                        + " ORDER BY rank, joined_at, id",
                of);
        var answers = query(
                "SELECT player_id, question, body::text, elapsed_ms, fraction, points + bonus AS points FROM answer"
                        + " WHERE game_id = $1",
                of);
        return Future.all(events, players, answers)
                .map(all -> report(game, closed(events.result()), players.result(), answers.result()));
    }

    private Report report(Row game, Set<Integer> closed, RowSet<Row> players, RowSet<Row> answers) {
        var questions = QuestionJson.frozen(tree(game.getString("questions")));
        var voided = Set.copyOf(List.of(game.getArrayOfIntegers("voided")));
        var given = new HashMap<UUID, Map<Integer, GivenAnswer>>();
        var counts = questions.stream().map(QuestionCount::new).toList();
        for (var row : answers) {
            int index = row.getInteger("question");
            var parts = AnswerWords.parts(questions.get(index), tree(row.getString("body")));
            int points = closed.contains(index) && !voided.contains(index) ? row.getInteger("points") : 0;
            var answer = new GivenAnswer(
                    String.join(" | ", parts), row.getDouble("fraction"), points, row.getInteger("elapsed_ms"));
            given.computeIfAbsent(row.getUUID("player_id"), id -> new HashMap<>())
                    .put(index, answer);
            counts.get(index).add(answer, parts);
        }
        var summary = new Summary(
                game.getUUID("id").toString(),
                game.getString("title"),
                game.getString("pin"),
                game.getLong("created_at"),
                game.getLong("finished_at"));
        var lines = IntStream.range(0, questions.size())
                .mapToObj(i -> counts.get(i).line(i, voided.contains(i), closed.contains(i)))
                .toList();
        return new Report(summary, lines, lines(players, teams(game), given));
    }

    private Map<String, String> teams(Row game) {
        return SettingsJson.frozen(tree(game.getString("settings"))).teams().stream()
                .collect(Collectors.toMap(Team::id, Team::name));
    }

    private static List<PlayerLine> lines(
            RowSet<Row> players, Map<String, String> teams, Map<UUID, Map<Integer, GivenAnswer>> given) {
        var lines = new ArrayList<PlayerLine>();
        for (var row : players) {
            lines.add(new PlayerLine(
                    row.getInteger("rank"),
                    row.getString("nickname"),
                    teams.get(row.getString("team")),
                    row.getInteger("score"),
                    row.getInteger("correct"),
                    given.getOrDefault(row.getUUID("id"), Map.of())));
        }
        return lines;
    }

    /** The questions whose results were shown; a game ended in the middle of one does not count it. */
    private static Set<Integer> closed(RowSet<Row> events) {
        var closed = new HashSet<Integer>();
        int current = -1;
        for (var row : events) {
            if (row.getString("type").equals("readied")) current = row.getInteger("question");
            else closed.add(current);
        }
        return closed;
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }

    private Future<RowSet<Row>> query(String sql, Tuple of) {
        return pool.preparedQuery(sql).execute(of);
    }

    /** What the answers to one question add up to. */
    private static final class QuestionCount {
        private final Question question;
        private final Tally tally;
        private int answers;
        private int right;
        private double fractions;
        private long ms;

        QuestionCount(Question question) {
            this.question = question;
            this.tally = new Tally(question);
        }

        void add(GivenAnswer answer, List<String> parts) {
            answers++;
            ms += answer.ms();
            if (answer.fraction() != null) fractions += answer.fraction();
            if (answer.fraction() != null && answer.fraction() == 1) right++;
            tally.add(parts);
        }

        QuestionLine line(int index, boolean voided, boolean asked) {
            boolean graded = question.graded();
            return new QuestionLine(
                    index,
                    question,
                    voided,
                    asked,
                    answers,
                    graded ? right : null,
                    graded && answers > 0 ? fractions / answers : null,
                    answers > 0 ? ms / answers : null,
                    tally.rows());
        }
    }
}
