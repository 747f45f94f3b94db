package dev.podium.chaos;

import dev.podium.client.Phone;
import dev.podium.process.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether anybody was ever shown something of another game. */
final class Foreign {
    private Foreign() {}

    static List<Finding> examine(Party party) {
        var findings = new ArrayList<Finding>();
        for (var phone : party.crowd().phones()) examine(party.title(), phone.nickname(), phone.shown(), findings);
        examine(party.title(), "host", party.remote().shown(), findings);
        examine(party.title(), "screen", party.screen().shown(), findings);
        return findings;
    }

    private static void examine(String title, String who, List<Phone.Shown> all, List<Finding> findings) {
        for (var shown : all) {
            var lobby = shown.state().getString("title");
            var question = shown.state().getJsonObject("question");
            if (lobby != null && !lobby.equals(title)
                    || question != null && !question.getString("text").startsWith(title + ","))
                findings.add(
                        new Finding(Finding.Kind.FOREIGN, Finding.NEVER, who + " of " + title + " was shown " + shown));
        }
    }
}
