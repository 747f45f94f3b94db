package dev.podium.bench;

import dev.podium.bench.Options.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** {@code ./podium bench}: measures, says what it does, and leaves a table, JSON and plots in {@code target/bench}. */
public final class Bench {
    /** Files that the driver and an instance need besides a crowd's sockets. */
    private static final int OTHER_FILES = 500;

    private static final int WARM_UPS = 5;
    private static final int FLOODED_PLAYERS = 1_000;
    private static final int PICTURED_PLAYERS = 2_000;
    private static final int WARM_UP_PLAYERS = 2_000;
    /** A connection is made once a game, so that the compiler would come to it long after everything else. */
    private static final int WARM_UP_STORMS = 4;

    /** The first line and the second. */
    private static final boolean[] EITHER = {false, true};

    private final Options options;
    private final Progress progress;
    private final Results results = new Results();

    private Bench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] words) throws Exception {
        if (words.length == 1 && words[0].equals("--jmh")) {
            HotJmh.main(words);
            return;
        }
        try {
            var options = Options.parse(words);
            checkFiles(options.largest() * (options.secondLine() ? 2 : 1));
            new Bench(
                            options,
                            new Progress(
                                    System.console() != null && System.console().isTerminal()))
                    .run();
            System.exit(0);
        } catch (Options.Wrong | IllegalArgumentException e) {
            System.err.println("podium: " + e.getMessage());
            System.exit(2);
        } catch (IllegalStateException | CompletionException e) {
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
            if (options.secondLine()) lines(lab);
            else if (options.builds()) new Builds(lab, options, progress).measure(results);
            else measure(lab);
        } finally {
            report();
        }
    }

    /** Also of what was measured before something failed. */
    private void report() throws IOException {
        var table = Table.of(results);
        Files.writeString(Lab.home().resolve("bench.md"), table);
        JsonFile.write(options, results, Lab.home().resolve("bench.json"));
        Plots.write(results, Lab.home());
        progress.say(table + "\nAlso in " + Lab.home() + ": bench.md, bench.json, answers.svg, fan-out.svg.");
    }

    private void measure(Lab lab) throws IOException, InterruptedException, SQLException {
        games(lab, results);
        if (options.has(Section.MEMORY))
            for (int run = 0; run < options.runs(); run++)
                results.memory.add(new Memory(lab, options.largest(), progress).measure());
        manyGames(lab, results);
        if (options.has(Section.FLOOD))
            results.flood = new Flooded(lab, Math.min(options.largest(), FLOODED_PLAYERS), progress).measure();
        if (options.has(Section.MEDIA))
            results.media = new Pictured(lab, Math.min(options.largest(), PICTURED_PLAYERS), progress).measure();
        if (options.has(Section.CLOUD)) results.cloud = new Cloud(lab, options.largest(), progress).measure();
        if (options.has(Section.GRADING)) results.grading = new Grading(lab, options.largest(), progress).measure();
        if (options.has(Section.LIBRARY)) results.library = new Shelves(lab, progress).measure();
        if (options.has(Section.START)) new StartTime(lab, Math.max(3, options.runs()), progress).measure(results);
        if (options.history() != null) {
            options.history().fill(lab, progress);
            results.withHistory = new Results();
            games(lab, results.withHistory);
            manyGames(lab, results.withHistory);
        }
    }

    /** Games by either line in turn, so that an hour that is slow is slow for both. */
    private void lines(Lab lab) throws SQLException, IOException {
        progress.step("Starting an instance");
        lab.freshInstance();
        var quiz = lab.desk().write(Quiz.of(10));
        int players = options.largest();
        for (int i = 1; i <= WARM_UPS; i++)
            for (boolean second : EITHER)
                new PlayedGame(lab, players, second, new Figures(), progress)
                        .play(quiz, "Warming up, " + i + " of " + WARM_UPS, new int[] {2_000, 0, 0, 0}, false, 1);
        var sockets = new Figures();
        results.crowds.put(players, sockets);
        results.secondLine = new Figures();
        for (int run = 1; run <= options.runs(); run++)
            for (boolean second : EITHER) {
                var name = String.format(
                        Locale.ROOT,
                        "%,d %s, game %d of %d",
                        players,
                        second ? "streams" : "sockets",
                        run,
                        options.runs());
                new PlayedGame(lab, players, second, second ? results.secondLine : sockets, progress)
                        .play(quiz, name, new int[] {2_000, 0, 2_000, 2_000}, run == 1, 1);
            }
    }

    private void manyGames(Lab lab, Results into) throws SQLException, IOException, InterruptedException {
        if (!options.has(Section.GAMES)) return;
        into.games = new ManyGames(lab, options.quick() ? 100 : 1_000, options.quick() ? 10 : 30, progress).measure();
    }

    /** One instance plays all games, once it is warm: a compiler at work would be measured as the smallest crowd's cost. */
    private void games(Lab lab, Results into) throws SQLException, IOException {
        if (!options.has(Section.GAME)) return;
        progress.step("Starting an instance");
        lab.freshInstance();
        var quiz = lab.desk().write(Quiz.of(10));
        var text = "";
        for (int i = 1; i <= WARM_UPS; i++) {
            var game = new PlayedGame(lab, Math.max(options.largest(), WARM_UP_PLAYERS), new Figures(), progress);
            game.play(quiz, "Warming up, " + i + " of " + WARM_UPS, new int[] {2_000, 0, 0, 0}, false, WARM_UP_STORMS);
            text = game.questionText();
        }
        for (int players : options.players()) {
            var figures = new Figures();
            into.crowds.put(players, figures);
            WriteFloor.measure(lab, players, text, progress).forEach(ms -> figures.add(Figure.FLOOR_WRITE, ms));
            for (int run = 1; run <= options.runs(); run++) {
                var name = String.format(Locale.ROOT, "%,d players, game %d of %d", players, run, options.runs());
                var game = new PlayedGame(lab, players, figures, progress);
                var spreads = run == 1 ? new int[] {2_000, 0, 2_000, 2_000} : new int[] {2_000, 0, 2_000};
                var id = game.play(quiz, name, spreads, run == 1, 1);
                if (run == options.runs())
                    StatementFloor.measure(lab, id, progress)
                            .forEach(rate -> figures.add(Figure.FLOOR_STATEMENT, rate));
            }
        }
    }
}
