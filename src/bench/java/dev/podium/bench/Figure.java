package dev.podium.bench;

import java.util.List;

/** What is measured of a crowd's games. */
enum Figure {
    JOINS("join storm", "/s"),
    RESUMES("resume storm", "/s"),
    QUESTION_P50("question shown, p50", "ms"),
    QUESTION_P99("question shown, p99", "ms"),
    QUESTION_LAST("question shown, last phone", "ms"),
    QUESTION_OPENING("moment of opening → last phone", "ms"),
    REVEAL_P50("closing → reveal shown, p50", "ms"),
    REVEAL_P99("closing → reveal shown, p99", "ms"),
    REVEAL_LAST("closing → reveal shown, last phone", "ms"),
    REVEAL_FANOUT("reveal written → last phone", "ms"),
    STANDINGS_LAST("command → standings, last phone", "ms"),
    ANSWER_P50("answers over 2 s → saved, p50", "ms"),
    ANSWER_P99("answers over 2 s → saved, p99", "ms"),
    BURST_P50("answers at once → saved, p50", "ms"),
    BURST_P99("answers at once → saved, p99", "ms"),
    BURST_RATE("answers at once, stored", "/s"),
    LOST("answers lost", ""),
    CPU("processor time a question", "ms"),
    CPU_INSTANCE("of it the instance, per player", "µs"),
    CPU_POSTGRES("of it PostgreSQL, per player", "µs"),
    BYTES("sent to a phone per question", "kB"),
    FRAMES("frames to a phone per question", ""),
    FLOOR_WRITE("floor: same text to as many sockets, last", "ms"),
    FLOOR_STATEMENT("floor: same statement, rows stored", "/s"),
    WAITED("instance ready to run but waiting", "%"),
    FOREIGN("core taken by strangers", "%"),
    DRIVER("driver's own core busy", "%"),
    REDIALS("connections tried again", "");

    /** What the games that lie in a database must not slow down. */
    static final List<Figure> OF_HISTORY = List.of(QUESTION_P99, REVEAL_P99, ANSWER_P99, BURST_P99);

    final String label;
    final String unit;

    Figure(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }
}
