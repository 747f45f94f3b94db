package dev.podium.tally;

import java.util.Map;

/** What a tally of an open question is read with, for tests of its plans. Each takes a game and a question. */
public final class TallyStatements {
    public static final Map<String, String> ALL =
            Map.of("texts", AnswerCounts.TEXTS, "picks", AnswerCounts.PICKS, "hidden", HiddenTexts.CHANGES);

    private TallyStatements() {}
}
