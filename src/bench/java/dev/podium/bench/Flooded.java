package dev.podium.bench;

import dev.podium.client.Flood;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What honest players notice of strangers who send all they can: the same games, quiet and flooded in turn, on one instance. */
final class Flooded {
    private static final int STRANGERS = 50;
    /** Longer than a game of {@link #QUESTIONS} lasts; what is left of it is cut short. */
    private static final Duration LASTS = Duration.ofMinutes(2);

    private static final int WARM_UPS = 3;
    private static final int PAIRS = 3;
    private static final int[] QUESTIONS = {2_000, 2_000, 2_000};

    /** Answer to acknowledgement, p99, in milliseconds. */
    record Result(int players, int strangers, double quietMs, double floodedMs) {}

    private final Lab lab;
    private final int players;
    private final Progress progress;

    Flooded(Lab lab, int players, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException {
        progress.step("Flood: starting an instance");
        lab.freshInstance();
        var quiz = lab.desk().write(Quiz.of(QUESTIONS.length));
        for (int i = 1; i <= WARM_UPS; i++) play(quiz, new Figures(), "Flood: warming up, " + i + " of " + WARM_UPS);
        var quiet = new Figures();
        var flooded = new Figures();
        for (int i = 1; i <= PAIRS; i++) {
            play(quiz, quiet, "Flood: quiet, " + i + " of " + PAIRS);
            try (var strangers = Executors.newVirtualThreadPerTaskExecutor()) {
                pour(strangers);
                play(quiz, flooded, "Flood: " + STRANGERS + " strangers, " + i + " of " + PAIRS);
                strangers.shutdownNow();
            }
        }
        return new Result(players, STRANGERS, quiet.median(Figure.ANSWER_P99), flooded.median(Figure.ANSWER_P99));
    }

    private void play(String quiz, Figures figures, String name) throws SQLException {
        new PlayedGame(lab, players, figures, progress).play(quiz, name, QUESTIONS, false, 0);
    }

    /** Half of them ping and never read, half send messages. */
    private void pour(ExecutorService strangers) {
        for (int i = 0; i < STRANGERS; i++) {
            var flood = i % 2 == 0 ? Flood.ofPings(lab.base(), LASTS) : Flood.ofFrames(lab.base(), LASTS);
            strangers.submit(() -> {
                flood.pour();
                return null;
            });
        }
    }
}
