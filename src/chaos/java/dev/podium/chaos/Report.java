package dev.podium.chaos;

import dev.podium.client.Ack;
import dev.podium.process.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run has found. Every acknowledgement belongs to the fault that was tried when it came, or next: what a blow takes away
 * was acknowledged before it.
 */
final class Report {
    private static final int TOLD = 20;
    private static final String ROW = "%-16s %5s %13s %6s %11s %9s %9s%n";

    private static final class Row {
        int times;
        long acknowledged;
        long lost;
        long duplicated;
        final List<Long> awayMs = new ArrayList<>();
    }

    private final Map<Fault, Row> rows = new EnumMap<>(Fault.class);
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> overdueMs = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private long lateOutside;
    private long lateInside;

    void skipped(String what) {
        skipped.add(what);
    }

    /** Answers that met a close in time, outside and inside of what happened to the database. */
    void late(long outside, long inside) {
        lateOutside = outside;
        lateInside = inside;
    }

    void add(Round round) {
        for (var attempt : round.tries()) {
            var row = rows.computeIfAbsent(attempt.fault(), fault -> new Row());
            row.times++;
            row.awayMs.addAll(attempt.awayMs());
            overdueMs.addAll(attempt.overdueMs());
        }
        for (var party : round.parties()) {
            for (var phone : party.crowd().phones()) {
                var seen = new HashSet<String>();
                for (var ack : phone.acks()) if (ack.stored() && seen.add(ack.id())) row(round, ack).acknowledged++;
            }
        }
        for (var finding : round.findings()) {
            findings.add(finding);
            if (finding.kind() == Finding.Kind.LOST) row(round, finding.ackedAt()).lost++;
            if (finding.kind() == Finding.Kind.DUPLICATED) row(round, finding.ackedAt()).duplicated++;
        }
    }

    boolean isClean() {
        return keepsPromises() && lateOutside == 0;
    }

    /** Whether nothing is lost, doubled or wrong. How late a commit may be is a machine's, where others work on it. */
    boolean keepsPromises() {
        return findings.isEmpty();
    }

    private Row row(Round round, Ack ack) {
        return row(round, ack.heardAt());
    }

    private Row row(Round round, long at) {
        var tries = round.tries();
        var fault = tries.stream()
                .filter(attempt -> attempt.overAt() - at >= 0)
                .findFirst()
                .orElse(tries.getLast())
                .fault();
        return rows.get(fault);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("\n");
        text.append(ROW.formatted("fault", "times", "acknowledged", "lost", "duplicated", "back p50", "back p99"));
        rows.forEach((fault, row) -> text.append(ROW.formatted(
                fault.title(),
                row.times,
                row.acknowledged,
                row.lost,
                row.duplicated,
                seconds(row.awayMs, 0.50),
                seconds(row.awayMs, 0.99))));
        text.append(ROW.formatted(
                "all",
                rows.values().stream().mapToInt(row -> row.times).sum(),
                rows.values().stream().mapToLong(row -> row.acknowledged).sum(),
                rows.values().stream().mapToLong(row -> row.lost).sum(),
                rows.values().stream().mapToLong(row -> row.duplicated).sum(),
                "",
                ""));
        text.append('\n');
        var another = rows.entrySet().stream()
                .filter(entry -> entry.getKey().leavesAnother())
                .flatMap(entry -> entry.getValue().awayMs.stream())
                .toList();
        if (!another.isEmpty())
            text.append(
                    "While another instance lives, 99 %% of a killed one's players are back within %s (to be 5 s).%n"
                            .formatted(seconds(another, 0.99)));
        if (!overdueMs.isEmpty())
            text.append(
                    "With a lone instance %d of %d phones are back within 1.25 × their back-off step; the last one %s.%n"
                            .formatted(overdueMs.stream().filter(ms -> ms <= 0).count(), overdueMs.size(), overdue()));
        text.append(
                "Answers that met a close in time: %d (to be 0); while the database was away, or at a host's end: %d.%n"
                        .formatted(lateOutside, lateInside));
        skipped.forEach(what -> text.append("skipped: ").append(what).append('\n'));
        text.append(findings.isEmpty() ? "Every score, rank and last state is right.\n" : wrong());
        return text.toString();
    }

    private String overdue() {
        long worst = overdueMs.stream().max(Comparator.naturalOrder()).orElseThrow();
        return worst <= 0 ? "too" : "%.2f s later".formatted(worst / 1000.0);
    }

    private String wrong() {
        var kinds = findings.stream().collect(Collectors.groupingBy(Finding::kind, Collectors.counting()));
        return "WRONG: " + kinds + "\n"
                + findings.stream().limit(TOLD).map(f -> "  " + f + "\n").collect(Collectors.joining());
    }

    private static String seconds(List<Long> ms, double part) {
        if (ms.isEmpty()) return "-";
        var sorted = ms.stream().sorted().toList();
        int index = (int) Math.ceil(part * sorted.size()) - 1;
        return "%.2f s".formatted(sorted.get(Math.max(0, index)) / 1000.0);
    }
}
