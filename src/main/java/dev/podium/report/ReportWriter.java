package dev.podium.report;

import dev.podium.report.Report.PlayerLine;
import java.io.IOException;

/** Writes a report out while it is read, so that none is ever held whole. May block: its reader's connection may be slow. */
interface ReportWriter {
    /** Comes first. */
    void begin(Report report) throws IOException;

    /** Comes once for each player, the best first. */
    void player(PlayerLine player) throws IOException;

    /** Comes last; a report that is broken off never ends. */
    void end() throws IOException;
}
