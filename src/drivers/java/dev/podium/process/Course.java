package dev.podium.process;

import java.util.ArrayList;
import java.util.List;

/** Whether a game's log has no gap, and leads to the phase that the game is in. */
final class Course {
    private Course() {}

    static List<Finding> examine(Ledger ledger) {
        var findings = new ArrayList<Finding>();
        var phase = "lobby";
        var ended = phase;
        long seq = 0;
        for (var event : ledger.events()) {
            if (event.seq() != ++seq) findings.add(finding("after event " + (seq - 1) + " comes " + event));
            if (event.type().equals("finished")) ended = phase;
            boolean back = phase.equals("finished") && event.type().equals("restored");
            phase = back ? ended : after(phase, event.type());
        }
        if (ledger.seq() != ledger.events().size())
            findings.add(
                    finding("seq " + ledger.seq() + " after " + ledger.events().size() + " events"));
        if (!ledger.phase().equals("finished") || !phase.equals(ledger.phase()))
            findings.add(finding("the game is in " + ledger.phase() + ", its log ends in " + phase));
        return findings;
    }

    private static String after(String phase, String event) {
        return switch (event) {
            case "readied" -> "ready";
            case "opened" -> "question";
            case "closed", "skipped", "returned" -> "reveal";
            case "ranked" -> "standings";
            case "recessed" -> "break";
            case "appended" -> phase.equals("finished") ? "break" : phase;
            case "finished" -> "finished";
            default -> phase;
        };
    }

    private static Finding finding(String what) {
        return new Finding(Finding.Kind.COURSE, Finding.NEVER, what);
    }
}
