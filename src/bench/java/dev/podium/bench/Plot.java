package dev.podium.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A small chart with both axes in powers of ten, as SVG that reads well on light and on dark pages. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 72;
    private static final int RIGHT = 190;
    private static final int TOP = 56;
    private static final int BOTTOM = 48;
    /** From one label to the next below it, where lines end near each other. */
    private static final int LABEL = 20;

    /** @param name a class of the style: ours, or one of the others */
    private record Line(String label, String name, List<Rival.Point> points) {}

    private final String title;
    private final String subtitle;
    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;
    private final List<Line> lines = new ArrayList<>();

    /** @param fromY milliseconds */
    Plot(String title, String subtitle, double fromX, double toX, double fromY, double toY) {
        this.title = title;
        this.subtitle = subtitle;
        this.fromX = fromX;
        this.toX = toX;
        this.fromY = fromY;
        this.toY = toY;
    }

    Plot line(String label, String name, List<Rival.Point> points) {
        if (!points.isEmpty()) lines.add(new Line(label, name, points));
        return this;
    }

    String svg() {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"" + title + "\">\n" + STYLE);
        text(svg, 16, 26, "title", "start", title);
        text(svg, 16, 44, "label", "start", subtitle);
        for (double x = fromX; x <= toX * 1.01; x *= 10) {
            for (int step : new int[] {1, 2, 5}) {
                if (x * step > toX * 1.01) break;
                grid(svg, x(x * step), TOP, x(x * step), HEIGHT - BOTTOM);
                text(
                        svg,
                        x(x * step),
                        HEIGHT - BOTTOM + 18,
                        "label",
                        "middle",
                        String.format(Locale.ROOT, "%,.0f", x * step));
            }
        }
        text(svg, (LEFT + WIDTH - RIGHT) / 2d, HEIGHT - 8, "label", "middle", "players");
        for (double y = fromY; y <= toY * 1.01; y *= 10) {
            grid(svg, LEFT, y(y), WIDTH - RIGHT, y(y));
            text(svg, LEFT - 8, y(y) + 4, "label", "end", time(y));
        }
        lines.forEach(line -> line(svg, line));
        labels(svg);
        return svg.append("</svg>\n").toString();
    }

    private void line(StringBuilder svg, Line line) {
        var path = new StringBuilder();
        for (var point : line.points)
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(x(point.players())))
                    .append(' ')
                    .append(number(y(point.ms())));
        svg.append("<path class=\"line ")
                .append(line.name)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
        for (var point : line.points)
            svg.append("<circle class=\"dot ")
                    .append(line.name)
                    .append("\" cx=\"")
                    .append(number(x(point.players())))
                    .append("\" cy=\"")
                    .append(number(y(point.ms())))
                    .append("\" r=\"4\"/>\n");
    }

    /** Beside the ends of the lines, from the top down; one that has no room there moves down. */
    private void labels(StringBuilder svg) {
        var sorted = lines.stream()
                .sorted(Comparator.comparingDouble(
                        line -> y(line.points.getLast().ms())))
                .toList();
        double free = 0;
        for (var line : sorted) {
            var last = line.points.getLast();
            double y = Math.max(free, y(last.ms()) + 5);
            free = y + LABEL;
            var value = "<tspan class=\"label\" dx=\"8\">" + time(last.ms()) + "</tspan>";
            text(svg, x(last.players()) + 12, y, "name " + line.name, "start", line.label + value);
        }
    }

    private double x(double players) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(players / fromX) / Math.log(toX / fromX);
    }

    private double y(double ms) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.log(ms / fromY) / Math.log(toY / fromY);
    }

    private static String time(double ms) {
        if (ms >= 1_000) return Table.shown(ms / 1_000, "s");
        return Table.shown(ms, "ms");
    }

    private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<path class=\"grid\" d=\"M")
                .append(number(x1))
                .append(' ')
                .append(number(y1))
                .append(" L")
                .append(number(x2))
                .append(' ')
                .append(number(y2))
                .append("\"/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String name, String anchor, String text) {
        svg.append("<text class=\"")
                .append(name)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(text)
                .append("</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #57606a }
              .title { font-size: 16px; font-weight: 600; fill: #1f2328 }
              .name { font-weight: 600 } .label { font-weight: 400; fill: #57606a }
              .grid { stroke: #d0d7de; stroke-width: 1; fill: none }
              .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
              .ours { stroke: #0b57d0 } .dot.ours, .name.ours { fill: #0b57d0; stroke: none }
              .first { stroke: #b3261e } .dot.first, .name.first { fill: #b3261e; stroke: none }
              .second { stroke: #8f5a00 } .dot.second, .name.second { fill: #8f5a00; stroke: none }
              .floor { stroke: #57606a; stroke-dasharray: 5 4 } .dot.floor, .name.floor { fill: #57606a; stroke: none }
              @media (prefers-color-scheme: dark) {
                text, .label { fill: #9198a1 } .title { fill: #f0f6fc } .grid { stroke: #3d444d }
                .ours { stroke: #8ab4f8 } .dot.ours, .name.ours { fill: #8ab4f8 }
                .first { stroke: #f2b8b5 } .dot.first, .name.first { fill: #f2b8b5 }
                .second { stroke: #f5c26b } .dot.second, .name.second { fill: #f5c26b }
                .floor { stroke: #9198a1 } .dot.floor, .name.floor { fill: #9198a1 }
              }
            </style>
            """;
}
