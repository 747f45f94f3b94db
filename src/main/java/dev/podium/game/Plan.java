package dev.podium.game;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a game plays: a quiz and its settings, frozen when the game is opened. Later changes of the quiz do not reach it.
 *
 * @param language a BCP 47 tag; nullable
 */
public record Plan(String title, String language, Settings settings, List<Question> questions) {

    public Plan {
        questions = List.copyOf(questions);
    }

    /**
     * Freezes a quiz: draws the ids of choices, items and teams (8 of {@code a-z0-9}, unique in their question), shuffles
     * the items of {@code order} so that more than one never stands in the right order, and, if the settings say so, the choices.
     * A game that moves by itself gives every question a limit.
     *
     * @param random the only source of chance: the same numbers give the same plan
     */
    public static Plan freeze(
            String title, String language, Settings settings, List<Question> questions, RandomGenerator random) {
        var freezer = new Freezer(random, settings);
        return new Plan(
                title,
                language,
                freezer.freeze(),
                questions.stream().map(freezer::freeze).toList());
    }

    /** How many questions there are, slides and polls included. */
    public int size() {
        return questions.size();
    }

    /** How long a question is announced before it opens. */
    long countdownMs(int index) {
        var chosen = settings.countdownMs();
        return chosen == Settings.READING_TIME ? ReadingTime.ms(question(index).text()) : chosen;
    }

    public Question question(int index) {
        return questions.get(index);
    }
}
