package dev.podium.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.tally.AnswerCounts.Typed;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerCountsTest {
    private static final int MOST = 20;

    @Test
    void spellings_of_one_answer_are_one_row_in_the_most_frequent_one() {
        assertThat(tally(false, typed("Guns N’ Roses", 5), typed("guns n' roses", 4), typed("GUNS  N´ ROSES", 1)))
                .containsExactly(typed("Guns N’ Roses", 10));
    }

    @Test
    void right_answers_stand_together_before_more_frequent_wrong_ones() {
        var rows = tally(
                false,
                typed("Louvre", 10),
                typed("the bastille", 8),
                typed("Bastille", 6),
                typed("Versailles", 6),
                typed("bastille\u200B", 1));

        assertThat(rows)
                .containsExactly(
                        typed("the bastille", 8), typed("Bastille", 7), typed("Louvre", 10), typed("Versailles", 6));
    }

    @Test
    void a_question_that_forgives_accents_is_tallied_without_them() {
        assertThat(tally(false, typed("Bastillé", 3), typed("Bastille", 2)))
                .containsExactly(typed("Bastille", 2), typed("Bastillé", 3));
        assertThat(tally(true, typed("Bastillé", 3), typed("Bastille", 2))).containsExactly(typed("Bastillé", 5));
    }

    @Test
    void a_right_answer_is_never_crowded_out_by_wrong_ones() {
        var wrong = IntStream.range(0, 50).mapToObj(i -> typed("wrong " + i, 9));
        var rows = tally(
                false, Stream.concat(wrong, Stream.of(typed("Bastille", 1))).toArray(Row[]::new));

        assertThat(rows).hasSize(MOST).startsWith(typed("Bastille", 1));
    }

    @Test
    void a_hidden_text_is_gone_in_all_its_spellings() {
        assertThat(tally(false, Set.of("louvre"), typed("Louvre", 9), typed("LOUVRE", 3), typed("Bastille", 1)))
                .containsExactly(typed("Bastille", 1));
    }

    @Test
    void a_text_that_is_not_fit_stands_nowhere_unless_it_is_right() {
        assertThat(tally(false, Set.of(), text -> false, typed("Louvre", 9), typed("Bastille", 1)))
                .containsExactly(typed("Bastille", 1));
    }

    /** Right is what was stored as right, by the same question. */
    private static List<Row> tally(boolean forgivesAccents, Row... spellings) {
        return tally(forgivesAccents, Set.of(), spellings);
    }

    private static List<Row> tally(boolean forgivesAccents, Set<String> hidden, Row... spellings) {
        return tally(forgivesAccents, hidden, text -> true, spellings);
    }

    private static List<Row> tally(
            boolean forgivesAccents, Set<String> hidden, Predicate<String> fit, Row... spellings) {
        var basics = new QuestionBasics("Which prison was stormed in 1789?", null, 20_000, 1_000, null);
        var question = new Question.Text(basics, List.of("Bastille", "The Bastille"), forgivesAccents);
        var stored = Stream.of(spellings)
                .map(row -> new Typed(row.text, row.count, question.isRight(row.text)))
                .toList();
        return AnswerCounts.merged(question, stored, hidden, fit, MOST).stream()
                .map(typed -> typed(typed.text(), typed.count()))
                .toList();
    }

    private static Row typed(String text, long count) {
        return new Row(text, count);
    }

    private record Row(String text, long count) {}
}
