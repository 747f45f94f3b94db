package dev.podium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pictures of a run. */
final class Plots {
    private static final double FEWEST = 100;
    private static final double MOST = 20_000;

    private Plots() {}

    static void write(Results results, Path folder) throws IOException {
        if (results.crowds.isEmpty()) return;
        var answers = new Plot(
                        "From an answer to its acknowledgement, p99",
                        "everybody answers within 2 s; server and database on one core",
                        FEWEST,
                        MOST,
                        1,
                        1_000_000)
                .line("Podium", "ours", points(results, Figure.ANSWER_P99))
                .line(Rival.RAZZIA.label, "first", Rival.RAZZIA.answersP99)
                .line(Rival.OPEN_KAHOOT.label, "second", Rival.OPEN_KAHOOT.answersP99);
        Files.writeString(folder.resolve("answers.svg"), answers.svg());
        var fanOut = new Plot(
                        "A question on its way to every phone",
                        "until the last of them has it; the floor is a bare server that writes the same text",
                        FEWEST,
                        MOST,
                        1,
                        1_000)
                .line("reveal, all of it", "second", points(results, Figure.REVEAL_LAST))
                .line("question", "ours", points(results, Figure.QUESTION_LAST))
                .line("floor", "floor", points(results, Figure.FLOOR_WRITE));
        Files.writeString(folder.resolve("fan-out.svg"), fanOut.svg());
    }

    private static List<Rival.Point> points(Results results, Figure figure) {
        return results.crowds.entrySet().stream()
                .filter(crowd -> crowd.getValue().has(figure))
                .map(crowd -> new Rival.Point(crowd.getKey(), crowd.getValue().median(figure)))
                .toList();
    }
}
