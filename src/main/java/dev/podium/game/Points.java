package dev.podium.game;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What one answer is worth. */
public final class Points {
    /** The most that a slow network is credited with. */
    public static final long MAX_ALLOWANCE_MS = 500;

    /** Quicker than anybody reads: counts as at once. */
    private static final long AT_ONCE_MS = 500;

    private Points() {}

    /** How much of an answer is right, 0 to 1; 0 if it is not accepted, empty if the kind has no right answers. */
    public static OptionalDouble fraction(Question question, Answer answer, Settings settings) {
        if (!question.graded()) {
            return OptionalDouble.empty();
        }
        var fraction = question.accepts(answer) ? right(question, answer) : 0;
        return OptionalDouble.of(fraction < 1 && !settings.partialCredit() ? 0 : fraction);
    }

    /**
     * How long an answer took, as far as it can be believed: what the client measured, but no less than what the server saw
     * minus the allowance, and no more than what it saw.
     *
     * @param claimedElapsedMs nullable; missing or negative counts as {@code observedMs}
     * @param allowanceMs counts as at most {@link #MAX_ALLOWANCE_MS}
     */
    public static long credit(Long claimedElapsedMs, long observedMs, long allowanceMs) {
        var observed = Math.max(0, observedMs);
        if (claimedElapsedMs == null || claimedElapsedMs < 0) {
            return observed;
        }
        var allowance = Math.clamp(allowanceMs, 0, MAX_ALLOWANCE_MS);
        return Math.clamp(claimedElapsedMs, Math.max(0, observed - allowance), observed);
    }

    /** The points of an answer without its bonus; 0 if the question does not count. Without a limit nobody is slow. */
    public static int of(Question question, double fraction, long creditedMs, Settings settings) {
        return of(question, fraction, creditedMs, question.timeLimitMs(), settings);
    }

    /** @param limitMs the question's own, or one that was grown for the player */
    public static int of(Question question, double fraction, long creditedMs, long limitMs, Settings settings) {
        if (!question.scored()) {
            return 0;
        }
        var full = fraction * question.points();
        return (int) Math.round(
                switch (question.limited() ? settings.scoring() : Scoring.ACCURACY) {
                    case ACCURACY -> full;
                    case SPEED -> full * (1 - slowness(creditedMs, limitMs) / 2);
                });
    }

    /** 0: at once, to 1: with the last second. */
    private static double slowness(long creditedMs, long timeLimitMs) {
        if (creditedMs < AT_ONCE_MS) {
            return 0;
        }
        return (double) Math.min(creditedMs, timeLimitMs) / timeLimitMs;
    }

    private static double right(Question question, Answer answer) {
        return switch (question) {
            case Question.Choice choice
            when answer instanceof Answer.Choices(var ids) -> picked(ids, Keys.rightIds(choice), choice.multiple());
            case Question.TrueFalse it
            when answer instanceof Answer.Choices(var ids) -> picked(ids, List.of(it.correctId()), false);
            case Question.Text text when answer instanceof Answer.Text(var typed) -> text.isRight(typed) ? 1 : 0;
            case Question.Number number
            when answer instanceof Answer.Number(double value) -> near(value, number) ? 1 : 0;
            case Question.Order order when answer instanceof Answer.Order(var ids) -> inPlace(ids, order.items());
            case Question.Point point
            when answer instanceof Answer.Point(double x, double y) -> point.isRight(x, y) ? 1 : 0;
            default -> 0;
        };
    }

    private static double picked(List<String> ids, List<String> right, boolean multiple) {
        var all = new HashSet<>(right);
        return !all.containsAll(ids) ? 0 : multiple ? (double) ids.size() / right.size() : 1;
    }

    /** In decimals, as people write them: 0.4 is within 0.1 of 0.3. */
    private static boolean near(double value, Question.Number number) {
        var distance = BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(number.correct()));
        return distance.abs().compareTo(BigDecimal.valueOf(number.tolerance())) <= 0;
    }

    /** Items that fold alike may stand for each other: nobody could tell them apart. */
    private static double inPlace(List<String> ids, List<Item> items) {
        var folded = items.stream().collect(Collectors.toMap(Item::id, item -> Fold.of(item.text())));
        var right = 0;
        for (var i = 0; i < items.size(); i++) {
            if (folded.get(ids.get(i)).equals(folded.get(items.get(i).id()))) {
                right++;
            }
        }
        return (double) right / items.size();
    }
}
