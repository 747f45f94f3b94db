package dev.podium.process;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Points, scores and ranks once more, from the stored answers and the contract's words. */
final class Scores {
    private final Ledger ledger;
    private final Map<String, Phone> phones;
    /** Each question as its reveal showed it before it was judged again, with the key that counts now. */
    private final Map<Integer, JsonObject> questions = new TreeMap<>();

    private final Map<String, Integer> scores = new HashMap<>();
    private final Map<String, Integer> corrects = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Scores(Ledger ledger, Map<String, Phone> phones) {
        this.ledger = ledger;
        this.phones = phones;
        // Who was away when a question got its first key back may have been shown only the other one last.
        for (var phone : phones.values())
            for (var shown : phone.shown())
                if (shown.phase().equals("reveal") && !shown.state().getBoolean("regraded", false)) ask(shown.state());
    }

    private void ask(JsonObject reveal) {
        var question = reveal.getJsonObject("question");
        int index = question.getInteger("index");
        questions.put(index, counts(index, question));
    }

    private JsonObject counts(int index, JsonObject question) {
        var key = ledger.judged().getValue(Integer.toString(index));
        return key == null || isVoid(key) ? question : question.copy().put("correct", key);
    }

    private boolean isVoid(int index) {
        return ledger.voided().contains(index) || isVoid(ledger.judged().getValue(Integer.toString(index)));
    }

    private static boolean isVoid(Object key) {
        return key instanceof JsonObject said && said.getBoolean("void", false);
    }

    static List<Finding> examine(Ledger ledger, Map<String, Phone> phones) {
        var scores = new Scores(ledger, phones);
        var answers = ledger.answers().stream().collect(Collectors.groupingBy(Ledger.Row::player));
        for (var phone : phones.values()) {
            scores.play(
                    phone,
                    answers.getOrDefault(phone.id(), List.of()).stream()
                            .collect(Collectors.toMap(Ledger.Row::question, Function.identity(), (one, two) -> one)));
        }
        phones.values().forEach(scores::compare);
        return scores.findings;
    }

    private void play(Phone phone, Map<Integer, Ledger.Row> answers) {
        int score = 0;
        int streak = 0;
        int correct = 0;
        for (var entry : questions.entrySet()) {
            int index = entry.getKey();
            var question = entry.getValue();
            int points = 0;
            var row = answers.get(index);
            if (Rules.scored(question) && !isVoid(index)) {
                double fraction = row == null ? 0 : Rules.fraction(question, row.body());
                streak = fraction == 1 ? streak + 1 : 0;
                if (row != null) points = Rules.points(question, fraction, row.elapsedMs(), limitMs(question, row));
                if (fraction == 1) {
                    correct++;
                    points += Rules.bonus(streak);
                }
            }
            score += points;
            var reveal = phone.reveals().get(index);
            if (reveal != null && !ledger.judgedAgain())
                compare(phone, reveal, points, score, row == null ? null : row.body());
        }
        scores.put(phone.id(), score);
        corrects.put(phone.id(), correct);
    }

    private static long limitMs(JsonObject question, Ledger.Row row) {
        return row.limitMs() == null ? question.getLong("timeLimitMs") : row.limitMs();
    }

    private void compare(Phone phone, JsonObject reveal, int points, int score, JsonObject answer) {
        var mine = reveal.getJsonObject("mine");
        var stored = mine.getJsonObject("answer");
        if (mine.getInteger("points") == points
                && reveal.getInteger("score") == score
                && (answer == null ? stored == null : answer.equals(stored))) return;
        wrong(phone, "%d points, score %d, answer %s; shown: %s".formatted(points, score, answer, reveal));
    }

    private void compare(Phone phone) {
        int score = scores.get(phone.id());
        long rank = 1 + scores.values().stream().filter(other -> other > score).count();
        var expected = new Ledger.Seat(phone.nickname(), score, (int) rank, corrects.get(phone.id()));
        var seat = ledger.seats().get(phone.id());
        if (!expected.equals(seat)) wrong(phone, expected + "; stored: " + seat);
    }

    private void wrong(Phone phone, String what) {
        findings.add(new Finding(Finding.Kind.SCORE, Finding.NEVER, phone.nickname() + ": " + what));
    }
}
