package dev.podium.chaos;

import dev.podium.client.Door;
import dev.podium.process.Artifact;
import dev.podium.process.Cluster;
import dev.podium.process.Shape;
import dev.podium.proxy.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run of chaos: a cluster, a proxy before it, and round after round of games. */
final class Run {
    static final String HOST = "host@podium.local";
    static final String PASSWORD = "podium";

    private static final String NAME = "chaos";
    private static final int INSTANCES = 3;

    private final String name;
    private final Options options;
    private final Console console;
    private final Report report = new Report();
    private final List<Fault> faults = new ArrayList<>();

    Run(Options options, Console console) {
        this(NAME, options, console);
    }

    private Run(String name, Options options, Console console) {
        this.name = name;
        this.options = options;
        this.console = console;
        this.faults.addAll(Fault.named(options.faults()));
    }

    /**
     * Every one of these faults once, in as few games as possible.
     *
     * @param name of its folder and its database; two at a time have two
     * @throws AssertionError with the report, when a promise was broken
     */
    static void brief(String name, List<Fault> faults, int players, int games, long seed) throws Exception {
        var titles = faults.stream().map(Fault::title).toList();
        var run = new Run(name, Options.brief(players, games, seed, titles), new Console());
        var report = run.play();
        if (!report.keepsPromises()) throw new AssertionError(report.toString());
    }

    Report play() throws Exception {
        console.line("seed %d, %d players in each of %d games at once, hints over %s"
                .formatted(options.seed(), options.players(), options.games(), options.bus()));
        var haproxy = Haproxy.installed();
        if (haproxy.isEmpty() && faults.remove(Fault.HAPROXY)) report.skipped("haproxy: haproxy is not installed");
        if (options.artifact() == Artifact.NATIVE && faults.remove(Fault.CLOCK_OFF))
            report.skipped("clock-off: an executable takes no agent that sets its clock wrong");
        try (var cluster = Cluster.start(shape());
                var proxy = Proxy.start(cluster.doors());
                var arena = new Arena(cluster, proxy, new Random(options.seed()), console)) {
            try (var watch = new LateWatch(cluster.instances(), arena::late).start()) {
                play(arena, haproxy);
            } finally {
                report.late(arena.lateUnexcused(), arena.lateExcused());
                console.line(report.toString());
            }
        }
        return report;
    }

    private void play(Arena arena, Optional<Path> haproxy) throws Exception {
        var programs = options.brief() ? Program.brief(faults) : Program.thorough(faults);
        for (int i = 0; i < programs.size(); i++) {
            var program = programs.get(i);
            console.progress("round %d of %d: %s".formatted(i + 1, programs.size(), program.titles()));
            if (program.haproxy()) {
                try (var balancer = Haproxy.start(
                        haproxy.orElseThrow(), home(), arena.cluster().doors())) {
                    play(arena, program, i, Doors.only(Door.to(balancer.address())));
                }
            } else {
                play(arena, program, i, Doors.of(arena.proxy()));
            }
        }
    }

    private void play(Arena arena, Program program, int number, Doors doors) throws Exception {
        var round = new Round(arena, program, options, number);
        round.play(doors);
        report.add(round);
    }

    private Path home() {
        return Path.of("target", name);
    }

    private Shape shape() {
        var shape = Shape.of(name, INSTANCES)
                .in(home())
                .withValkey(options.valkey())
                .from(options.artifact());
        return options.brief() ? shape.with("PODIUM_HEARTBEAT_MS", "2000") : shape;
    }
}
