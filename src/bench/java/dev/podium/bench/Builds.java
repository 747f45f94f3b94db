package dev.podium.bench;

import dev.podium.client.HostDesk;
import dev.podium.process.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The native executable beside the JVM with its AOT cache, in turn, so that an hour that is slow is slow for both. */
final class Builds {
    static final int CROWD = 2_000;

    /** What each may have while its memory is looked at: 70 % of 512 MiB, as in its container. */
    private static final String HEAP = "-Xmx358m";

    private static final int SETTLED_MS = 2_000;
    private static final int WARM_UPS = 5;
    private static final int[] WARM_UP = {2_000, 0, 0, 0};
    private static final int[] GAME = {2_000, 0, 2_000};

    /** What was measured of one of them. */
    static final class Build {
        /** Milliseconds from the start to the first 200 of readiness, one a start. */
        final List<Double> starts = new ArrayList<>();
        /** Resident, in MB. */
        final List<Double> restingMb = new ArrayList<>();

        final List<Double> crowdedMb = new ArrayList<>();
        /** Seconds of the processor for a whole game of a cold instance. */
        final List<Double> firstGameS = new ArrayList<>();

        final NavigableMap<Integer, Figures> crowds = new TreeMap<>();

        private final Artifact artifact;
        private final List<String> options;
        private Instance instance;
        private HostDesk desk;

        private Build(Artifact artifact, List<String> options) {
            this.artifact = artifact;
            this.options = options;
        }

        private String[] options(String... more) {
            var all = new ArrayList<>(options);
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        String label() {
            return artifact.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param nativeOne the executable */
    record Result(Build jvm, Build nativeOne) {
        List<Build> both() {
            return List.of(jvm, nativeOne);
        }
    }

    private final Lab lab;
    private final Options options;
    private final Progress progress;

    Builds(Lab lab, Options options, Progress progress) {
        this.lab = lab;
        this.options = options;
        this.progress = progress;
    }

    /** @param results get their {@code builds} at once, and more of them as it is measured */
    void measure(Results results) throws SQLException, IOException, InterruptedException {
        progress.step("Bringing the schema, and a training run that makes the AOT cache");
        lab.freshInstance();
        Path cache = StartTime.train(lab);
        var result = new Result(
                new Build(Artifact.JVM, List.of(StartTime.with(cache))), new Build(Artifact.NATIVE, List.of()));
        results.builds = result;
        for (int run = 1; run <= Math.max(3, options.runs()); run++)
            for (var build : result.both()) {
                progress.step("Start of the " + build.label() + ", " + run);
                build.starts.add(lab.start(build.artifact, build.options(HEAP)));
                Thread.sleep(SETTLED_MS);
                build.restingMb.add(resident());
            }
        for (int run = 1; run <= options.runs(); run++) for (var build : result.both()) firstGame(build, run);
        games(result);
    }

    private void firstGame(Build build, int run) throws SQLException, IOException {
        lab.start(build.artifact, build.options(HEAP));
        lab.turnTo(lab.instance(), lab.signIn());
        var quiz = lab.desk().write(Quiz.of(10));
        var before = lab.usage();
        new PlayedGame(lab, CROWD, new Figures(), progress)
                .play(quiz, "First game of the " + build.label() + ", " + run, GAME, false, 1);
        build.firstGameS.add(lab.usage().since(before).instance() / 1e9);
        build.crowdedMb.add(resident());
    }

    /** Both run at once, on one database; only one has players. */
    private void games(Result result) throws SQLException, IOException {
        lab.stopInstance();
        for (var build : result.both()) {
            build.instance = lab.another(build.artifact, build.options());
            build.instance.awaitReady();
            lab.turnTo(build.instance, null);
            build.desk = lab.signIn();
        }
        var quiz = result.jvm.desk.write(Quiz.of(10));
        for (int i = 1; i <= WARM_UPS; i++)
            for (var build : result.both())
                play(build, options.largest(), new Figures(), "warming up, " + i, quiz, WARM_UP);
        for (int players : options.players()) {
            for (var build : result.both()) build.crowds.put(players, new Figures());
            for (int run = 1; run <= options.runs(); run++)
                for (var build : result.both())
                    play(build, players, build.crowds.get(players), "game " + run, quiz, GAME);
        }
    }

    private void play(Build build, int players, Figures figures, String name, String quiz, int[] spreads)
            throws SQLException {
        lab.turnTo(build.instance, build.desk);
        new PlayedGame(lab, players, figures, progress).play(quiz, build.label() + ", " + name, spreads, false, 1);
    }

    private double resident() throws IOException {
        return Proc.residentBytes(lab.instance().pid()) / 1e6;
    }
}
