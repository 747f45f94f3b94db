package dev.podium.bench;

import dev.podium.bench.Options.Section;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./podium bench}: measures, says what it does, and leaves a table, JSON and plots in {@code target/bench}. */
public final class Bench {
    /** Files that the driver and an instance need besides a crowd's sockets. */
    private static final int OTHER_FILES = 500;

    private final Options options;
    private final Progress progress;
    private final Map<Integer, Figures> crowds = new TreeMap<>();

    private Bench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] words) throws Exception {
        try {
            var options = Options.parse(words);
            checkFiles(options.largest());
            new Bench(
                            options,
                            new Progress(
                                    System.console() != null && System.console().isTerminal()))
                    .run();
            System.exit(0);
        } catch (Options.Wrong | IllegalArgumentException e) {
            System.err.println("podium: " + e.getMessage());
            System.exit(2);
        } catch (IllegalStateException | java.util.concurrent.CompletionException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void checkFiles(int players) throws Options.Wrong, IOException {
        long most = Proc.maxFiles() - OTHER_FILES;
        if (players > most)
            throw new Options.Wrong(players + " players need " + (players + OTHER_FILES)
                    + " open files in one process, and this system allows " + (most + OTHER_FILES) + ": take at most "
                    + most + ", or raise it (ulimit -Hn).");
    }

    private void run() throws IOException, InterruptedException, SQLException {
        if (!Pinned.possible())
            progress.say("There is no taskset, or no second core: driver and server share what there is.");
        try (var lab = Lab.open()) {
            if (options.has(Section.GAME)) games(lab);
        }
        progress.clear();
        System.out.println(Table.of(options, crowds));
    }

    private void games(Lab lab) throws SQLException, IOException {
        for (int players : options.players()) {
            progress.step("Starting an instance");
            lab.freshInstance();
            var figures = new Figures();
            crowds.put(players, figures);
            var quiz = lab.desk().write(Quiz.of(10));
            var warmUp = new PlayedGame(lab, players, new Figures(), progress);
            warmUp.play(quiz, players + " players, warming up", new int[] {2_000, 0, 2_000}, false);
            WriteFloor.measure(lab, players, warmUp.questionText(), progress)
                    .forEach(ms -> figures.add(Figure.FLOOR_WRITE, ms));
            for (int run = 1; run <= options.runs(); run++) {
                var name = players + " players, game " + run + " of " + options.runs();
                var game = new PlayedGame(lab, players, figures, progress);
                var spreads = run == 1 ? new int[] {2_000, 0, 2_000, 2_000} : new int[] {2_000, 0, 2_000};
                var id = game.play(quiz, name, spreads, run == 1);
                if (run == options.runs())
                    StatementFloor.measure(lab, id, progress)
                            .forEach(rate -> figures.add(Figure.FLOOR_STATEMENT, rate));
            }
        }
    }
}
