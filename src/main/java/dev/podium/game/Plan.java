package dev.podium.game;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a game plays: one or several quizzes and its settings, frozen when the game is opened. Later changes of a quiz do not reach
 * it; another quiz may follow on the last.
 *
 * @param title of the first quiz
 * @param language a BCP 47 tag; nullable
 * @param questions of all rounds, one after the other
 */
public record Plan(String title, String language, Settings settings, List<Question> questions, List<Round> rounds) {
    /** More than an evening has. */
    public static final int MOST_ROUNDS = 20;

    /** Of all rounds together: as many as two of the largest quizzes. A plan is in the memory of every instance that shows it. */
    public static final int MOST_QUESTIONS = 1_000;

    public Plan {
        questions = List.copyOf(questions);
        rounds = List.copyOf(rounds);
    }

    /** Of one quiz. */
    public Plan(String title, String language, Settings settings, List<Question> questions) {
        this(title, language, settings, questions, List.of(new Round(null, title, questions.size())));
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

    /** The same questions as another round of this plan would have them: frozen, by the settings that hold already. */
    public List<Question> freeze(List<Question> more, RandomGenerator random) {
        var freezer = new Freezer(random, settings);
        return more.stream().map(freezer::freeze).toList();
    }

    /** The plan with one more round, of frozen questions. */
    public Plan append(Round round, List<Question> frozen) {
        return new Plan(
                title,
                language,
                settings,
                Stream.concat(questions.stream(), frozen.stream()).toList(),
                Stream.concat(rounds.stream(), Stream.of(round)).toList());
    }

    /** The same of this one quiz. */
    public Plan of(UUID quiz) {
        return new Plan(title, language, settings, questions, List.of(new Round(quiz, title, questions.size())));
    }

    /** The same with other questions in the place of these. */
    public Plan with(List<Question> others) {
        return new Plan(title, language, settings, others, rounds);
    }

    /** How many questions there are, slides and polls included. */
    public int size() {
        return questions.size();
    }

    /** Whether there is more than one round. */
    public boolean hasRounds() {
        return rounds.size() > 1;
    }

    /** The round that a question belongs to; the first one in the lobby. */
    public int roundOf(int index) {
        var round = 0;
        for (var left = index - rounds.getFirst().size(); left >= 0 && round < rounds.size() - 1; round++) {
            left -= rounds.get(round + 1).size();
        }
        return round;
    }

    /** Whether a question is the first of a round, but not of the game. */
    public boolean beginsRound(int index) {
        return index > 0 && index < size() && roundOf(index) != roundOf(index - 1);
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
