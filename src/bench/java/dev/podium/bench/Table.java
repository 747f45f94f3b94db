package dev.podium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures as a table in Markdown, which reads well on a terminal too. */
final class Table {
    private static final String WITH_HISTORY = "… with history";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** All tables of a run. */
    static String of(Results results) {
        var text = new StringBuilder();
        var bars = new Table();
        bars.row("what", "bar", "measured", "");
        for (var bar : Bar.of(results)) bars.row(bar.what(), bar.bar(), bar.value(), bar.met() ? "met" : "missed");
        text.append(bars).append('\n');
        if (!results.crowds.isEmpty()) text.append(crowds(results)).append('\n');
        if (results.games != null) text.append(games(results)).append('\n');
        if (results.flood != null) text.append(flood(results.flood)).append('\n');
        if (results.media != null) text.append(media(results.media)).append('\n');
        if (!results.starts.isEmpty()) text.append(starts(results)).append('\n');
        if (results.builds != null) text.append(builds(results.builds)).append('\n');
        return text.toString();
    }

    private static Table crowds(Results results) {
        var table = new Table();
        var head = new ArrayList<>(List.of("players"));
        results.crowds.keySet().forEach(players -> head.add(String.format(Locale.ROOT, "%,d", players)));
        if (results.secondLine != null) head.add("by streams");
        table.rows.add(head);
        for (var figure : Figure.values()) {
            var row = new ArrayList<>(List.of(figure.label));
            results.crowds.values().forEach(figures -> row.add(shown(figures.median(figure), figure.unit)));
            if (results.secondLine != null) row.add(shown(results.secondLine.median(figure), figure.unit));
            table.rows.add(row);
            if (results.withHistory == null || !Figure.OF_HISTORY.contains(figure)) continue;
            var later = new ArrayList<>(List.of(WITH_HISTORY));
            results.withHistory.crowds.values().forEach(f -> later.add(shown(f.median(figure), figure.unit)));
            table.rows.add(later);
        }
        return table;
    }

    private static Table games(Results results) {
        var games = results.games;
        var table = new Table();
        table.row(
                String.format(Locale.ROOT, "%,d games × %d players", games.games(), games.players()),
                "p50",
                "p99",
                "last");
        spread(table, "command → last phone, at 100/s", games.steps());
        if (results.withHistory != null) spread(table, WITH_HISTORY, results.withHistory.games.steps());
        spread(table, "the same, one in every game at once", games.burst());
        if (results.withHistory != null) spread(table, WITH_HISTORY, results.withHistory.games.burst());
        var usage = games.usage();
        table.row("instance ready to run but waiting", shown(usage.waitedPercent(), "%"));
        table.row("core taken by strangers", shown(usage.foreignPercent(), "%"));
        table.row("driver's own core busy", shown(usage.driverPercent(), "%"));
        return table;
    }

    private static void spread(Table table, String what, Distribution times) {
        table.row(what, shown(times.p50(), "ms"), shown(times.p99(), "ms"), shown(times.last(), "ms"));
    }

    private static Table flood(Flooded.Result flood) {
        var table = new Table();
        table.row(String.format(Locale.ROOT, "%,d players, answer → saved", flood.players()), "p99");
        table.row("quiet", shown(flood.quietMs(), "ms"));
        table.row(flood.strangers() + " strangers flooding", shown(flood.floodedMs(), "ms"));
        return table;
    }

    private static Table media(Pictured.Result media) {
        var table = new Table();
        table.row(String.format(Locale.ROOT, "%,d players, question → phones", media.players()), "p99");
        table.row("without pictures", shown(media.plainMs(), "ms"));
        table.row("while all fetch one of 300 kB", shown(media.picturedMs(), "ms"));
        table.row("the last one has it after", shown(media.fetchedMs(), "ms"));
        return table;
    }

    private static Table starts(Results results) {
        var table = new Table();
        table.row("start to the first 200", "median");
        table.row("with an AOT cache", shown(Figures.median(results.starts), "ms"));
        table.row("without", shown(Figures.median(results.startsWithoutCache), "ms"));
        return table;
    }

    private static Table builds(Builds.Result builds) {
        var table = new Table();
        table.row("", "native", "JVM, AOT cache");
        build(table, "start to the first 200", builds, b -> Figures.median(b.starts), "ms");
        build(table, "resident at rest", builds, b -> Figures.median(b.restingMb), "MB");
        build(table, "resident after 2,000 players", builds, b -> Figures.median(b.crowdedMb), "MB");
        build(table, "processor time of its first game, 2,000 players", builds, b -> Figures.median(b.firstGameS), "s");
        for (int players : builds.jvm().crowds.keySet())
            for (var figure : Figure.values()) {
                if (!builds.jvm().crowds.get(players).has(figure)) continue;
                var what = String.format(Locale.ROOT, "%,d players: %s", players, figure.label);
                build(table, what, builds, b -> b.crowds.get(players).median(figure), figure.unit);
            }
        return table;
    }

    private static void build(
            Table table, String what, Builds.Result builds, ToDoubleFunction<Builds.Build> figure, String unit) {
        table.row(
                what,
                shown(figure.applyAsDouble(builds.nativeOne()), unit),
                shown(figure.applyAsDouble(builds.jvm()), unit));
    }

    /** Three digits that matter, and the unit. */
    static String shown(double value, String unit) {
        if (Double.isNaN(value)) return "–";
        var number = Math.abs(value) >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : Math.abs(value) >= 10
                        ? String.format(Locale.ROOT, "%.1f", value)
                        : String.format(Locale.ROOT, "%.2f", value);
        return unit.isEmpty() ? number : unit.startsWith("/") || unit.equals("%") ? number + unit : number + " " + unit;
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (var row : rows)
            for (int i = 0; i < row.size(); i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            line(text, rows.get(r), widths);
            if (r == 0) rule(text, widths);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            var cell = i < row.size() ? row.get(i) : "";
            var blanks = " ".repeat(widths[i] - cell.length());
            text.append("| ").append(i == 0 ? cell + blanks : blanks + cell).append(' ');
        }
        text.append("|\n");
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int i = 0; i < widths.length; i++)
            text.append(i == 0 ? "|:" : "|-").append("-".repeat(widths[i])).append(i == 0 ? "-" : ":");
        text.append("|\n");
    }
}
