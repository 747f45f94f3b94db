package dev.podium.bench;

import dev.podium.client.HostDesk;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Many small games at once: their hosts give commands at random moments, and then all of them one at the same moment. What
 * counts is how long it takes from a command to the last of its players. Clocks of the games run meanwhile.
 */
final class ManyGames implements SmallGame.Owner {
    private static final int PLAYERS = 10;
    private static final int PER_SECOND = 100;
    private static final int OPENING = 8;
    private static final int DIALED_AT_ONCE = 20;

    /**
     * @param steps from a command to the last player
     * @param burst the same when all hosts give one at once
     * @param refused commands that a clock was faster than
     */
    record Result(int games, int players, Distribution steps, Distribution burst, int refused, Usage usage) {}

    private final Lab lab;
    private final int count;
    private final int seconds;
    private final Progress progress;
    private final List<SmallGame> games = new ArrayList<>();
    private final Random random = new Random(11);
    private final LeanSocket.Traffic traffic = new LeanSocket.Traffic();

    private Arrivals entries;
    private int entered;
    private List<Long> durations = new ArrayList<>();
    private Arrivals stepping;
    private int refused;
    private int finished;

    ManyGames(Lab lab, int count, int seconds, Progress progress) {
        this.lab = lab;
        this.count = count;
        this.seconds = seconds;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException, InterruptedException {
        progress.step("Many games: starting an instance");
        lab.freshInstance();
        var opened = open();
        progress.step("Many games: " + count * PLAYERS + " players join");
        enter(opened);
        progress.step("Many games: warming up");
        poisson(2 * seconds);
        progress.step("Many games: " + PER_SECOND + " commands a second for " + seconds + " s");
        var begin = lab.usage();
        var steps = poisson(seconds);
        var usage = lab.usage().since(begin);
        progress.step("Many games: a command in every game at once");
        Thread.sleep(2_000);
        var burst = burst();
        int clocks = refused;
        lab.loop.runOnContext(v -> games.forEach(SmallGame::close));
        return new Result(count, PLAYERS, steps, burst, clocks, usage);
    }

    private List<HostDesk.Opened> open() throws InterruptedException {
        progress.step("Many games: opening " + count);
        var quiz = lab.desk().write(Quiz.of(20));
        try (var threads = Executors.newFixedThreadPool(OPENING)) {
            var opening = new ArrayList<CompletableFuture<HostDesk.Opened>>();
            for (int i = 0; i < count; i++)
                opening.add(CompletableFuture.supplyAsync(
                        () -> lab.desk().open(quiz, new JsonObject().put("countdownMs", 3_000)), threads));
            return opening.stream().map(CompletableFuture::join).toList();
        }
    }

    private void enter(List<HostDesk.Opened> opened) {
        var client = lab.vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(20_000));
        var all = new Arrivals(count * (PLAYERS + 1));
        entries = all;
        lab.loop.runOnContext(v -> dial(client, opened, 0));
        progress.await("welcomed", all);
    }

    /** Some games' sockets, and the next ones when these are in. */
    private void dial(NetClient client, List<HostDesk.Opened> opened, int from) {
        int to = Math.min(opened.size(), from + DIALED_AT_ONCE);
        for (int i = from; i < to; i++) {
            var game = new SmallGame(this, opened.get(i), PLAYERS);
            games.add(game);
            game.dial(
                    client,
                    "127.0.0.1",
                    lab.instance().port(),
                    opened.get(i).id(),
                    lab.desk().cookie(),
                    traffic);
        }
        if (to < opened.size()) whenEntered(to * (PLAYERS + 1), () -> dial(client, opened, to));
    }

    private void whenEntered(int players, Runnable next) {
        if (entered >= players) next.run();
        else lab.vertx.setTimer(5, id -> whenEntered(players, next));
    }

    private Distribution poisson(int lasting) {
        var done = new CompletableFuture<List<Long>>();
        lab.loop.runOnContext(v -> {
            durations = new ArrayList<>();
            refused = 0;
            long end = System.nanoTime() + lasting * 1_000_000_000L;
            command(System.nanoTime(), end, done);
        });
        return Distribution.of(done.join().stream().mapToLong(Long::longValue).toArray());
    }

    /** Gives the commands that are due and comes again for the next one; waits for the last ones' effect at the end. */
    private void command(long due, long end, CompletableFuture<List<Long>> done) {
        long next = due;
        while (next <= System.nanoTime() && next < end) {
            var game = games.get(random.nextInt(games.size()));
            if (game.idle()) game.step();
            next += (long) (-Math.log(1 - random.nextDouble()) / PER_SECOND * 1e9);
        }
        if (next < end) {
            long at = next;
            lab.vertx.setTimer(1, id -> command(at, end, done));
        } else {
            lab.vertx.setTimer(2_000, id -> done.complete(durations));
        }
    }

    private Distribution burst() {
        var all = new Arrivals(count);
        lab.loop.runOnContext(v -> {
            durations = new ArrayList<>();
            finished = 0;
            stepping = all;
            games.forEach(SmallGame::step);
        });
        progress.await("stepped", all);
        return Distribution.of(durations.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void entered() {
        entries.at(entered++, 1);
    }

    @Override
    public void stepped(SmallGame game, long ns) {
        durations.add(ns);
        if (stepping != null && finished < count) stepping.at(finished++, 1);
    }

    @Override
    public void refused(SmallGame game) {
        refused++;
        if (stepping != null && finished < count) stepping.at(finished++, 1);
    }

    @Override
    public void failed(String why) {
        entries.fail(why);
        if (stepping != null) stepping.fail(why);
    }
}
