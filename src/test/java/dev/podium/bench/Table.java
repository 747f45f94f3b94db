package dev.podium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as a table in Markdown, which reads well on a terminal too. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    static String of(Options options, Map<Integer, Figures> crowds) {
        var table = new Table();
        var head = new ArrayList<String>(List.of("players"));
        crowds.keySet().forEach(players -> head.add(String.format(Locale.ROOT, "%,d", players)));
        table.rows.add(head);
        for (var figure : Figure.values()) {
            var row = new ArrayList<String>(List.of(figure.label));
            crowds.values().forEach(figures -> row.add(shown(figures.median(figure), figure.unit)));
            table.rows.add(row);
        }
        return table.toString();
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
