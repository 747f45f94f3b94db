package dev.podium.process;

import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.Phone;
import dev.podium.client.Remote;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Plays the demo quiz on two instances while everything is killed at random, then asks the oracle: {@code java -cp
 * target/test-classes:… dev.podium.process.Chaos [seed] [players]}, from the checkout, after packaging. Ends with 1 when a promise was
 * broken. No test of every day: it takes minutes, and a seed repeats the mischief but not the moment.
 */
final class Chaos {
    private static final int PLAYERS = 60;
    private static final long MEDIAN_MS = 2_500;
    private static final int LOOK_MS = 50;
    private static final int WAKE_MS = 2_000;
    private static final List<String> WAITING_FOR_THE_HOST = List.of("lobby", "reveal", "standings");

    private Chaos() {}

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : new Random().nextInt(1_000_000);
        int players = args.length > 1 ? Integer.parseInt(args[1]) : PLAYERS;
        System.out.println("seed " + seed + ", " + players + " players");
        try {
            play(seed, players);
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void play(long seed, int players) throws Exception {
        try (var cluster = Cluster.start("chaos", 2);
                var clients = Clients.start(seed)) {
            var desk = cluster.desk(0);
            var game = desk.open(desk.quizzes().getFirst(), new JsonObject().put("countdownMs", 800));
            var remote = clients.remote(Door.round(cluster.doors(), 0), desk, game);
            Patience.until("the host is welcome", remote::welcomed);
            var crowd = Crowd.join(
                    clients, i -> Door.round(cluster.doors(), i), game.pin(), players, i -> clients.guesser(MEDIAN_MS));
            var mischief = new Mischief(cluster, crowd.phones(), remote, new Random(seed));
            var thread = Thread.ofPlatform().daemon().start(mischief);
            try {
                host(remote, crowd);
            } finally {
                thread.interrupt();
                thread.join();
            }
            if (mischief.failure() != null) throw new IllegalStateException(mischief.failure());
            cluster.restartPostgres();
            cluster.revive();
            for (int i = 0; i < cluster.doors().size(); i++) cluster.instance(i).awaitReady();
            crowd.wake();
            crowd.await("sees the end", phone -> phone.welcomed() && phone.shows("finished") && !phone.keepsAnswers());
            try (var database = cluster.database()) {
                var ledger = Oracle.judge(database, game.id(), crowd.phones());
                System.out.println(ledger.answers().size() + " answers, acknowledged " + statuses(crowd.phones())
                        + ", welcomes "
                        + crowd.phones().stream().mapToInt(Phone::welcomes).sum() + ", shifts "
                        + ledger.count("shifted"));
            }
        }
    }

    /** Advances wherever the game waits for it; everybody picks up the phone now and then. */
    private static void host(Remote remote, Crowd crowd) throws InterruptedException {
        long wokenAt = System.nanoTime();
        while (!remote.shows("finished")) {
            if (System.nanoTime() - wokenAt > TimeUnit.MILLISECONDS.toNanos(WAKE_MS)) {
                wokenAt = System.nanoTime();
                crowd.wake();
                remote.wake();
            }
            var now = remote.now();
            if (!WAITING_FOR_THE_HOST.contains(now.phase()) && !isSlide(now)) {
                Thread.sleep(LOOK_MS);
                continue;
            }
            System.out.println(now.phase() + " " + now.seq());
            var ack = remote.command("advance", new JsonObject());
            while (!ack.isDone() || remote.now().seq() < ack.join().getLong("seq")) {
                Thread.sleep(LOOK_MS);
                remote.wake();
            }
        }
    }

    private static boolean isSlide(Phone.Shown shown) {
        return shown.phase().equals("question")
                && shown.state().getJsonObject("question").getString("kind").equals("slide");
    }

    private static Map<String, Integer> statuses(List<Phone> phones) {
        var statuses = new TreeMap<String, Integer>();
        for (var phone : phones) for (var ack : phone.acks()) statuses.merge(ack.status(), 1, Integer::sum);
        return statuses;
    }
}
