package dev.podium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure, and what it is to be.
 *
 * @param bar in words
 * @param value as it is shown
 */
record Bar(String what, String bar, String value, boolean met) {

    /** All that can be said of what was measured. */
    static List<Bar> of(Results results) {
        var bars = new ArrayList<Bar>();
        if (results.secondLine != null) {
            secondLine(results, bars);
        } else if (!results.crowds.isEmpty()) {
            crowd(results, bars);
            growth(results, bars);
            rivals(results, bars);
        }
        if (results.withHistory != null) history(results, bars);
        if (!results.memory.isEmpty()) {
            double bytes = Figures.median(results.memory);
            bars.add(most("memory per connected player", bytes / 1_000, 25, "kB"));
        }
        if (results.games != null) {
            var what = String.format(
                    Locale.ROOT,
                    "%,d games × %d players: command → last phone, p99",
                    results.games.games(),
                    results.games.players());
            bars.add(most(what, results.games.steps().p99(), 150, "ms"));
        }
        if (results.flood != null) {
            var what = String.format(
                    Locale.ROOT,
                    "%,d players: answer → saved, p99, with %d strangers flooding against without",
                    results.flood.players(),
                    results.flood.strangers());
            bars.add(most(what, results.flood.floodedMs() / results.flood.quietMs(), 2, "×"));
        }
        if (results.grading != null) {
            var what = String.format(
                    Locale.ROOT,
                    "a question of %,d players × %d judged again: ",
                    results.grading.players(),
                    results.grading.questions());
            bars.add(most(what + "all of it", results.grading.allMs(), 2_000, "ms"));
            bars.add(most(what + "its row held, writes included", results.grading.heldMs(), 1_000, "ms"));
        }
        if (results.library != null) {
            var what = String.format(
                    Locale.ROOT,
                    "a library of %,d quizzes, %,d questions: ",
                    results.library.quizzes(),
                    results.library.questions());
            results.library.viewsMs().forEach((view, ms) -> bars.add(most(what + view, ms, 100, "ms")));
        }
        if (results.media != null) {
            var what = String.format(
                    Locale.ROOT,
                    "%,d players: question → phones, p99, while all fetch a picture of 300 kB against without",
                    results.media.players());
            bars.add(most(what, results.media.picturedMs() / results.media.plainMs(), 1.5, "×"));
        }
        if (results.cloud != null) {
            var what = String.format(Locale.ROOT, "a cloud of %,d words: ", results.cloud.words());
            bars.add(most(what + "told a second", results.cloud.perSecond(), 5, ""));
            bars.add(most(what + "from asking for them to its frame, mean", results.cloud.makingMs(), 20, "ms"));
        }
        if (!results.starts.isEmpty())
            bars.add(most("start to the first 200, with an AOT cache", Figures.median(results.starts), 1_500, "ms"));
        if (results.builds != null) builds(results.builds, bars);
        return bars;
    }

    private static void builds(Builds.Result builds, List<Bar> bars) {
        var jvm = builds.jvm();
        var one = builds.nativeOne();
        double start = Figures.median(one.starts);
        bars.add(most("native: start to the first 200", start, 150, "ms"));
        bars.add(most(
                "native: the same against the JVM with its AOT cache", start / Figures.median(jvm.starts), 0.1, "×"));
        bars.add(most("native: resident at rest", Figures.median(one.restingMb), 100, "MB"));
        bars.add(most("native: resident after 2,000 players", Figures.median(one.crowdedMb), 200, "MB"));
        against(builds, 1_000, Figure.CPU, 1.5, bars);
        against(builds, 10_000, Figure.QUESTION_LAST, 1.2, bars);
    }

    private static void against(Builds.Result builds, int players, Figure figure, double limit, List<Bar> bars) {
        if (!builds.jvm().crowds.containsKey(players)) return;
        var what = String.format(Locale.ROOT, "native: %,d players, %s, against a warm JVM", players, figure.label);
        double ratio = builds.nativeOne().crowds.get(players).median(figure)
                / builds.jvm().crowds.get(players).median(figure);
        bars.add(most(what, ratio, limit, "×"));
    }

    private static void crowd(Results results, List<Bar> bars) {
        var figures = results.largest();
        var players = String.format(Locale.ROOT, "%,d", results.largestCrowd());
        double floor = figures.median(Figure.FLOOR_WRITE);
        bars.add(most(
                "question to " + players + ", last phone, against the bare floor",
                figures.median(Figure.QUESTION_LAST) / floor,
                1.3,
                "×"));
        bars.add(most(
                "closing → reveal at " + players + ", last phone, against the bare floor",
                figures.median(Figure.REVEAL_LAST) / floor,
                4,
                "×"));
        bars.add(most(players + " answers in 2 s → saved, p99", figures.median(Figure.ANSWER_P99), 300, "ms"));
        bars.add(most(
                "answers lost",
                figures.samples(Figure.LOST).stream().mapToDouble(lost -> lost).sum(),
                0,
                ""));
        bars.add(least(
                "answers stored a second in a burst, against PostgreSQL alone",
                figures.median(Figure.BURST_RATE) / figures.median(Figure.FLOOR_STATEMENT),
                0.5,
                "×"));
        bars.add(least("join storm of " + players, figures.median(Figure.JOINS), 2_000, "/s"));
        bars.add(least("resume storm of " + players, figures.median(Figure.RESUMES), 2_000, "/s"));
        double bytes = results.crowds.values().stream()
                .mapToDouble(f -> f.median(Figure.BYTES))
                .max()
                .orElseThrow();
        bars.add(most("sent to a phone per question of 20 s, any crowd", bytes, 2.5, "kB"));
    }

    private static void secondLine(Results results, List<Bar> bars) {
        var players = String.format(Locale.ROOT, "%,d by streams: ", results.largestCrowd());
        var second = results.secondLine;
        bars.add(most(players + "answers in 2 s → saved, p99", second.median(Figure.ANSWER_P99), 300, "ms"));
        bars.add(most(
                players + "processor time a question, against sockets",
                second.median(Figure.CPU) / results.largest().median(Figure.CPU),
                4,
                "×"));
        bars.add(most(
                players + "answers lost",
                second.samples(Figure.LOST).stream().mapToDouble(lost -> lost).sum(),
                0,
                ""));
    }

    private static void growth(Results results, List<Bar> bars) {
        if (results.crowds.size() < 2) return;
        var what = String.format(
                Locale.ROOT,
                "processor time per player and question, %,d against %,d",
                results.largestCrowd(),
                results.smallestCrowd());
        double ratio = results.largest().median(Figure.CPU)
                / results.largestCrowd()
                / (results.smallest().median(Figure.CPU) / results.smallestCrowd());
        bars.add(most(what, ratio, 1.3, "×"));
    }

    private static void history(Results results, List<Bar> bars) {
        var with = results.withHistory;
        for (int players : with.crowds.keySet())
            for (var figure : Figure.OF_HISTORY)
                bars.add(most(
                        String.format(
                                Locale.ROOT, "%,d players: %s, with history against without", players, figure.label),
                        with.crowds.get(players).median(figure)
                                / results.crowds.get(players).median(figure),
                        1.2,
                        "×"));
        if (with.games != null)
            bars.add(most(
                    "many games: command → last phone, p99, with history against without",
                    with.games.steps().p99() / results.games.steps().p99(),
                    1.2,
                    "×"));
    }

    private static void rivals(Results results, List<Bar> bars) {
        var figures = results.crowds.get(Rival.CROWD);
        if (figures == null) return;
        for (var rival : Rival.values()) {
            bars.add(least(
                    "1,000 players: processor time a question, times less than " + rival.label,
                    rival.cpuMs / figures.median(Figure.CPU),
                    rival.leastCpu,
                    "×"));
            bars.add(least(
                    "1,000 players: answer p99, times shorter than " + rival.label,
                    rival.answerP99Ms / figures.median(Figure.ANSWER_P99),
                    100,
                    "×"));
        }
    }

    private static Bar most(String what, double value, double limit, String unit) {
        return new Bar(what, "≤ " + Table.shown(limit, unit), Table.shown(value, unit), value <= limit);
    }

    private static Bar least(String what, double value, double limit, String unit) {
        return new Bar(what, "≥ " + Table.shown(limit, unit), Table.shown(value, unit), value >= limit);
    }
}
