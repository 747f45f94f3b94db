package dev.podium.process;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What everybody shows when the game is over, against what the database holds. */
final class Endings {
    private final Ledger ledger;
    /** From the best. */
    private final List<Integer> scores;

    private final List<Finding> findings = new ArrayList<>();

    private Endings(Ledger ledger) {
        this.ledger = ledger;
        this.scores = ledger.seats().values().stream()
                .map(Ledger.Seat::score)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    static List<Finding> examine(Ledger ledger, Map<String, Phone> phones, List<Phone.Shown> watching) {
        var endings = new Endings(ledger);
        phones.values().forEach(endings::phone);
        watching.forEach(shown -> endings.everybody("host or screen", shown));
        return endings.findings;
    }

    private void phone(Phone phone) {
        var seat = ledger.seats().get(phone.id());
        if (!everybody(phone.nickname(), phone.now()) || seat == null) return;
        var mine = phone.now().state().getJsonObject("mine");
        if (mine.getInteger("score") != seat.score()
                || mine.getInteger("rank") != seat.rank()
                || mine.getInteger("correct") != seat.correct())
            wrong(phone.nickname(), phone.now() + ", stored " + seat);
    }

    private boolean everybody(String who, Phone.Shown shown) {
        boolean right = shown.phase().equals(ledger.phase())
                && shown.seq() == ledger.seq()
                && shown.state().getInteger("players") == ledger.seats().size()
                && isTop(shown.state().getJsonArray("top"));
        if (!right) wrong(who, shown + ", stored " + ledger.phase() + " " + ledger.seq());
        return right;
    }

    /** The best scores, each with a seat that has it. */
    private boolean isTop(JsonArray top) {
        for (int i = 0; i < top.size(); i++) {
            var line = top.getJsonObject(i);
            var nickname = line.getString("nickname");
            int score = line.getInteger("score");
            int rank = line.getInteger("rank");
            if (score != scores.get(i)
                    || ledger.seats().values().stream()
                            .noneMatch(s -> s.nickname().equals(nickname) && s.score() == score && s.rank() == rank))
                return false;
        }
        return !top.isEmpty();
    }

    private void wrong(String who, String what) {
        findings.add(new Finding(Finding.Kind.ENDING, Finding.NEVER, who + " shows " + what));
    }
}
