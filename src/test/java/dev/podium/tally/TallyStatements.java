package dev.podium.tally;

import java.util.Map;

/** What a tally of an open question is read with, for tests of its plans. */
public final class TallyStatements {
    /** Each takes a game and a question. */
    public static final Map<String, String> ALL =
            Map.of("texts", AnswerCounts.TEXTS, "picks", AnswerCounts.PICKS, "hidden", HiddenTexts.CHANGES);

    /** Takes the ends of a range, and into how many parts it is cut, too. */
    public static final String BINS = AnswerCounts.BINS;

    /** Takes the moment that words are read from, too. */
    public static final String WORDS = OpenCloud.SINCE;

    private TallyStatements() {}
}
