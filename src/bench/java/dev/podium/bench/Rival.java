package dev.podium.bench;

import java.util.List;

/**
 * Others of our kind, measured once on a machine like this one: server on one core, driver on the other, every player
 * answering within 2 s. They tell every phone of every answer, so that their cost grows with the square of the crowd.
 */
enum Rival {
    RAZZIA("Razzia 3.0", 26_000, 100, 24_000, List.of(new Point(1_000, 24_000), new Point(2_000, 103_000))),
    OPEN_KAHOOT("open-kahoot 1.0", 14_000, 50, 11_500, List.of(new Point(1_000, 11_500), new Point(2_000, 46_000)));

    /** The crowd that {@link #cpuMs} and {@link #answerP99Ms} are of. */
    static final int CROWD = 1_000;

    record Point(double players, double ms) {}

    final String label;
    final double cpuMs;
    /** So many times less we want to take. */
    final double leastCpu;

    final double answerP99Ms;
    final List<Point> answersP99;

    Rival(String label, double cpuMs, double leastCpu, double answerP99Ms, List<Point> answersP99) {
        this.label = label;
        this.cpuMs = cpuMs;
        this.leastCpu = leastCpu;
        this.answerP99Ms = answerP99Ms;
        this.answersP99 = answersP99;
    }
}
