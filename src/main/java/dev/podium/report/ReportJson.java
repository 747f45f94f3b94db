package dev.podium.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import java.util.Map;

/** A report as JSON. What is not known is absent. */
final class ReportJson {
    private ReportJson() {}

    static ObjectNode write(Report report) {
        var json = JsonNodeFactory.instance.objectNode();
        var game = json.putObject("game");
        game.put("id", report.game().id())
                .put("title", report.game().title())
                .put("pin", report.game().pin())
                .put("createdAt", report.game().createdAt());
        if (report.game().finishedAt() != null)
            game.put("finishedAt", report.game().finishedAt());
        game.put("players", report.players().size());
        var questions = json.putArray("questions");
        report.questions().forEach(line -> write(line, questions.addObject()));
        var players = json.putArray("players");
        report.players().forEach(line -> write(line, players.addObject()));
        return json;
    }

    private static void write(QuestionLine line, ObjectNode json) {
        json.put("index", line.index())
                .put("kind", line.question().kind())
                .put("text", line.question().text())
                .put("voided", line.voided())
                .put("asked", line.asked())
                .put("answers", line.answers());
        if (line.right() != null) json.put("correct", line.right());
        if (line.fraction() != null) json.put("fraction", line.fraction());
        if (line.meanMs() != null) json.put("meanMs", line.meanMs());
        var tally = json.putArray("tally");
        for (var row : line.tally()) {
            var entry = tally.addObject().put("text", row.text()).put("count", row.count());
            if (row.right() != null) entry.put("correct", row.right());
        }
    }

    private static void write(PlayerLine line, ObjectNode json) {
        json.put("rank", line.rank()).put("nickname", line.nickname());
        if (line.team() != null) json.put("team", line.team());
        json.put("score", line.score()).put("correct", line.correct());
        write(line, json.putArray("answers"));
    }

    private static void write(PlayerLine line, ArrayNode json) {
        line.answers().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var answer = entry.getValue();
            var one = json.addObject().put("question", entry.getKey()).put("answer", answer.text());
            if (answer.fraction() != null) one.put("fraction", answer.fraction());
            one.put("points", answer.points()).put("ms", answer.ms());
        });
    }
}
