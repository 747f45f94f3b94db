package dev.podium.chaos;

import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.HostDesk;
import dev.podium.process.Cluster;
import dev.podium.process.Instance;
import dev.podium.process.Oracle;
import dev.podium.process.Patience;
import dev.podium.process.Shape;
import dev.podium.proxy.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Games one after another for as long as wanted, with nothing breaking: what every instance holds after the last one must be
 * what it held after the third, and of all that belongs to a game nothing may be left.
 */
final class Soak {
    /** By then everything that is loaded, compiled or pooled at first use is there. */
    private static final int WARM_GAMES = 3;

    private static final double GROWTH = 0.10;
    /** A request on its way, or a timer of one, is no leak. */
    private static final int IN_FLIGHT = 10;

    private static final int INSTANCES = 3;
    private static final int QUESTIONS = Paper.KINDS;
    private static final int TIME_LIMIT_MS = 5_000;
    private static final long MEDIAN_MS = 1_000;
    private static final int LOOK_EVERY_GAMES = 10;

    private final Options options;
    private final Console console;
    private final List<String> faults = new ArrayList<>();

    Soak(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Whether all is as it must be. */
    boolean run() throws SQLException {
        var shape = Shape.of("soak", INSTANCES)
                .in(Path.of("target", "chaos"))
                .withValkey(options.valkey())
                .withOption(Footprint.OPTION);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(options.soakMinutes());
        try (var cluster = Cluster.start(shape);
                var proxy = Proxy.start(cluster.doors())) {
            var desk = cluster.desk(0);
            var quiz = desk.write(Paper.quiz("Soak", 0, QUESTIONS, TIME_LIMIT_MS));
            var idle = footprints(cluster);
            List<Footprint> warm = List.of();
            int games = 0;
            while (games < WARM_GAMES + 1 || System.nanoTime() < end) {
                play(cluster, proxy, desk, quiz, ++games);
                if (games == WARM_GAMES) {
                    warm = footprints(cluster);
                    tell("after game " + games, warm);
                } else if (games % LOOK_EVERY_GAMES == 0) {
                    tell("after game " + games, footprints(cluster));
                }
            }
            var last = footprints(cluster);
            tell("after the last game, number " + games, last);
            for (int i = 0; i < last.size(); i++) judge(i, idle.get(i), warm.get(i), last.get(i));
            for (var instance : cluster.instances()) judgeLate(instance);
        }
        faults.forEach(console::line);
        console.line(faults.isEmpty() ? "Nothing has grown, and nothing is left over." : faults.size() + " faults");
        return faults.isEmpty();
    }

    private void play(Cluster cluster, Proxy proxy, HostDesk desk, String quiz, int number) throws SQLException {
        try (var clients = Clients.start(options.seed() + number)) {
            var party = Party.open(
                    clients,
                    Doors.only(Door.to(proxy.address())),
                    desk,
                    "Soak",
                    quiz,
                    options.players(),
                    MEDIAN_MS,
                    false);
            party.awaitSeats();
            for (int i = 0; i < QUESTIONS; i++) {
                party.remote().press("advance");
                party.crowd().awaitQuestion(i);
                party.awaitPhase("reveal");
                party.remote().press("advance");
                party.awaitPhase("standings");
            }
            party.remote().press("advance");
            party.awaitPhase("finished");
            try (var database = cluster.database()) {
                Oracle.judge(database, party.game().id(), party.crowd().phones());
            }
            console.progress("game " + number + ", " + party.acknowledged() + " answers");
        }
        for (var instance : cluster.instances()) {
            Patience.until("no socket is left", () -> instance.metric("podium_sockets") == 0);
            Patience.until("no room is left", () -> instance.metric("podium_rooms") == 0);
        }
    }

    private static List<Footprint> footprints(Cluster cluster) {
        return cluster.instances().stream().map(Footprint::of).toList();
    }

    private void tell(String when, List<Footprint> footprints) {
        for (int i = 0; i < footprints.size(); i++) {
            var found = footprints.get(i);
            console.line("%s: instance %d: heap %.1f MB, direct %.1f MB, %s"
                    .formatted(when, i, megabytes(found.heapBytes()), megabytes(found.directBytes()), found.left()));
        }
    }

    private void judge(int instance, Footprint idle, Footprint warm, Footprint last) {
        double growth = (double) last.bytes() / warm.bytes() - 1;
        console.line("instance %d: heap and direct memory %.1f MB after game %d, %.1f MB at the end: %+.1f %%"
                .formatted(instance, megabytes(warm.bytes()), WARM_GAMES, megabytes(last.bytes()), 100 * growth));
        if (growth > GROWTH) faults.add("instance " + instance + " has grown by more than a tenth");
        last.left().forEach((name, number) -> {
            boolean ours = name.startsWith("podium");
            long allowed = ours ? 0 : idle.left().getOrDefault(name, 0L) + IN_FLIGHT;
            if (number > allowed) faults.add("instance " + instance + ": " + number + " left of " + name);
        });
    }

    private void judgeLate(Instance instance) {
        if (instance.metric("podium_answers_late_in_time_total") > 0)
            faults.add("answers met a close in time at " + instance.base());
    }

    private static double megabytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
