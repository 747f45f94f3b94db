package dev.podium.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.podium.library.QuestionJson;
import dev.podium.report.Report.GivenAnswer;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import dev.podium.report.Report.Summary;
import dev.podium.tally.AnswerCounts.Cell;
import java.io.IOException;

/** A report as JSON. What is not known is absent. */
final class ReportJson implements ReportWriter {
    private final JsonGenerator json;
    private final boolean players;
    private boolean hasRounds;

    /** @param players whether they are told of */
    ReportJson(JsonGenerator json, boolean players) {
        this.json = json;
        this.players = players;
    }

    @Override
    public void begin(Report report) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("game");
        write(report.game(), report.players());
        json.writeEndObject();
        if (report.hasRounds()) {
            hasRounds = true;
            json.writeBooleanField("carry", report.carry());
            json.writeArrayFieldStart("rounds");
            for (var round : report.rounds()) {
                json.writeStartObject();
                json.writeStringField("title", round.title());
                json.writeNumberField("questions", round.size());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("questions");
        for (var line : report.questions()) write(line);
        json.writeEndArray();
        json.writeArrayFieldStart("players");
    }

    @Override
    public boolean players() {
        return players;
    }

    @Override
    public void player(PlayerLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", line.id().toString());
        json.writeNumberField("rank", line.rank());
        json.writeStringField("nickname", line.nickname());
        if (line.identity() != null) json.writeStringField("identity", line.identity());
        if (line.team() != null) json.writeStringField("team", line.team());
        json.writeNumberField("score", line.score());
        json.writeNumberField("correct", line.correct());
        if (hasRounds) {
            json.writeArrayFieldStart("rounds");
            for (var round : line.rounds()) json.writeNumber(round);
            json.writeEndArray();
        }
        json.writeArrayFieldStart("answers");
        for (var answer : line.answers()) write(answer);
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void write(Summary game, int players) throws IOException {
        json.writeStringField("id", game.id());
        if (game.quizId() != null) json.writeStringField("quizId", game.quizId());
        json.writeStringField("title", game.title());
        json.writeStringField("pin", game.pin());
        json.writeNumberField("createdAt", game.createdAt());
        if (game.finishedAt() != null) json.writeNumberField("finishedAt", game.finishedAt());
        if (game.keptUntil() != null) json.writeNumberField("keptUntil", game.keptUntil());
        json.writeNumberField("players", players);
    }

    private void write(QuestionLine line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", line.index());
        if (hasRounds) json.writeNumberField("round", line.round());
        json.writeStringField("kind", line.question().kind());
        json.writeStringField("text", line.question().text());
        json.writeBooleanField("voided", line.voided());
        json.writeBooleanField("asked", line.asked());
        if (line.regraded()) json.writeBooleanField("regraded", true);
        json.writeNumberField("answers", line.answers());
        if (line.right() != null) json.writeNumberField("correct", line.right());
        if (line.fraction() != null) json.writeNumberField("fraction", line.fraction());
        if (line.meanMs() != null) json.writeNumberField("meanMs", line.meanMs());
        json.writeArrayFieldStart("tally");
        for (var row : line.tally()) {
            json.writeStartObject();
            if (row.id() != null) json.writeStringField("id", row.id());
            json.writeStringField("text", row.text());
            json.writeNumberField("count", row.count());
            if (row.right() != null) json.writeBooleanField("correct", row.right());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!line.cells().isEmpty()) {
            json.writeArrayFieldStart("cells");
            for (var cell : line.cells()) write(cell);
            json.writeEndArray();
        }
        json.writeFieldName("question");
        json.writeTree(QuestionJson.write(line.question()));
        json.writeEndObject();
    }

    private void write(Cell cell) throws IOException {
        json.writeStartObject();
        json.writeNumberField("x", cell.x());
        json.writeNumberField("y", cell.y());
        json.writeNumberField("count", cell.count());
        json.writeEndObject();
    }

    private void write(GivenAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeNumberField("question", answer.question());
        json.writeStringField("answer", answer.text());
        if (answer.fraction() != null) json.writeNumberField("fraction", answer.fraction());
        json.writeNumberField("points", answer.points());
        json.writeNumberField("ms", answer.ms());
        json.writeEndObject();
    }
}
