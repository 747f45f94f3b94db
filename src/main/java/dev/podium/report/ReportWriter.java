package dev.podium.report;

import dev.podium.report.Report.Answerer;
import dev.podium.report.Report.PlayerLine;
import dev.podium.report.Report.QuestionLine;
import java.io.IOException;

/** Writes a report out while it is read, so that none is ever held whole. May block: its reader's connection may be slow. */
interface ReportWriter {
    /** Comes first. */
    void begin(Report report) throws IOException;

    /** Whether the players are wanted. */
    default boolean players() {
        return true;
    }

    /** Comes once for each player, the best first. */
    void player(PlayerLine player) throws IOException;

    /** Whether what everybody did in each round is to follow, round by round, where there are several. */
    default boolean byRound() {
        return false;
    }

    /** Begins a round, in order; then come all players, the best of the whole evening first. Not called unless {@link #byRound}. */
    default void beginRound(int index) throws IOException {}

    /** With the answers of the round alone. */
    default void inRound(PlayerLine player) throws IOException {}

    /** Whether what was answered to each question is to follow, question by question. */
    default boolean byQuestion() {
        return false;
    }

    /** Begins a question, in order; then come those who answered it, the best first. Not called unless {@link #byQuestion}. */
    default void question(QuestionLine question) throws IOException {}

    default void answer(Answerer answerer) throws IOException {}

    /** Comes last; a report that is broken off never ends. */
    void end() throws IOException;
}
