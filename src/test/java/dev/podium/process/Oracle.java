package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows how a game must have ended, from what the phones were promised and shown, and holds the database to it.
 *
 * <p>Every acknowledged answer is stored exactly once, nothing is stored that nobody sent, and points, scores and ranks are
 * those that the contract's words give. To be asked when the game is finished, with all phones still open.
 */
final class Oracle {
    private final Ledger ledger;
    private final Map<String, Phone> phones;
    /** Each question as its reveal showed it, key included. */
    private final Map<Integer, JsonObject> questions = new HashMap<>();

    private Oracle(Ledger ledger, List<Phone> phones) {
        this.ledger = ledger;
        this.phones = phones.stream().collect(Collectors.toMap(Phone::id, Function.identity()));
        phones.forEach(phone ->
                phone.reveals().forEach((index, state) -> questions.put(index, state.getJsonObject("question"))));
    }

    static Ledger judge(Connection connection, String gameId, List<Phone> phones) throws SQLException {
        var oracle = new Oracle(Ledger.read(connection, gameId), phones);
        oracle.promisesAreKept();
        oracle.nothingIsInvented();
        oracle.theLogHasNoGap();
        oracle.scoresAreThoseOfTheContract();
        return oracle.ledger;
    }

    private void promisesAreKept() {
        var stored = ledger.answers().stream().collect(Collectors.groupingBy(Ledger.Row::id));
        for (var phone : phones.values()) {
            var made = made(phone);
            for (var ack : phone.acks()) {
                if (!ack.stored()) continue;
                if (ack.answer() == null) {
                    assertThat(stored.get(ack.id()))
                            .as("rows of an answer that was acknowledged: " + ack)
                            .singleElement()
                            .satisfies(row -> {
                                assertThat(row.player()).isEqualTo(phone.id());
                                assertThat(row.question()).isEqualTo(ack.question());
                                assertThat(row.body())
                                        .isEqualTo(made.get(ack.id()).getJsonObject("answer"));
                            });
                } else {
                    assertThat(ledger.answers())
                            .as("the row that stands instead of " + ack)
                            .anyMatch(row -> row.player().equals(phone.id())
                                    && row.question() == ack.question()
                                    && row.body().equals(ack.answer()));
                }
            }
        }
    }

    private void nothingIsInvented() {
        for (var row : ledger.answers()) {
            assertThat(phones).containsKey(row.player());
            var sent = made(phones.get(row.player())).get(row.id());
            assertThat(sent).as("what was sent of " + row).isNotNull();
            assertThat(sent.getInteger("question")).isEqualTo(row.question());
            assertThat(sent.getJsonObject("answer")).isEqualTo(row.body());
        }
    }

    private void theLogHasNoGap() {
        for (int i = 0; i < ledger.events().size(); i++) {
            assertThat(ledger.events().get(i).seq()).isEqualTo(i + 1);
        }
        assertThat(ledger.seq()).isEqualTo(ledger.events().size());
        assertThat(ledger.phase()).isEqualTo("finished");
    }

    private void scoresAreThoseOfTheContract() {
        var scores = new HashMap<String, Integer>();
        var corrects = new HashMap<String, Integer>();
        for (var phone : phones.values()) {
            var answers = ledger.answers().stream()
                    .filter(row -> row.player().equals(phone.id()))
                    .collect(Collectors.toMap(Ledger.Row::question, Function.identity()));
            int score = 0;
            int streak = 0;
            int correct = 0;
            for (int index : questions.keySet().stream().sorted().toList()) {
                var question = questions.get(index);
                boolean counts = Rules.scored(question) && !ledger.voided().contains(index);
                int points = 0;
                if (counts) {
                    var row = answers.get(index);
                    double fraction = row == null ? 0 : Rules.fraction(question, row.body());
                    streak = fraction == 1 ? streak + 1 : 0;
                    if (fraction == 1) correct++;
                    if (row != null) {
                        points = Rules.points(question, fraction, row.elapsedMs());
                        if (fraction == 1) points += Rules.bonus(streak);
                    }
                }
                score += points;
                var reveal = phone.reveals().get(index);
                if (reveal != null) {
                    var mine = reveal.getJsonObject("mine");
                    var what = phone.nickname() + " at question " + index + ": " + reveal;
                    assertThat(mine.getInteger("points")).as(what).isEqualTo(points);
                    assertThat(reveal.getInteger("score")).as(what).isEqualTo(score);
                    assertThat(mine.getJsonObject("answer"))
                            .as(what)
                            .isEqualTo(
                                    answers.containsKey(index)
                                            ? answers.get(index).body()
                                            : null);
                }
            }
            scores.put(phone.id(), score);
            corrects.put(phone.id(), correct);
        }
        for (var phone : phones.values()) {
            int score = scores.get(phone.id());
            long rank =
                    1 + scores.values().stream().filter(other -> other > score).count();
            var expected = new Ledger.Score(score, (int) rank, corrects.get(phone.id()));
            assertThat(ledger.scores().get(phone.id())).as(phone.nickname()).isEqualTo(expected);
            var shown = phone.now().state().getJsonObject("mine");
            assertThat(new Ledger.Score(
                            shown.getInteger("score"), shown.getInteger("rank"), shown.getInteger("correct")))
                    .as("what %s shows", phone.nickname())
                    .isEqualTo(expected);
        }
    }

    private static Map<String, JsonObject> made(Phone phone) {
        return phone.answers().stream().collect(Collectors.toMap(a -> a.getString("id"), Function.identity()));
    }
}
