package dev.podium.chaos;

import dev.podium.client.Door;
import dev.podium.client.Flood;
import dev.podium.client.HostDesk;
import dev.podium.client.Insister;
import dev.podium.client.Manners;
import dev.podium.process.Instance;
import dev.podium.process.Patience;
import dev.podium.proxy.Delay;
import dev.podium.proxy.Passage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** How each fault is done. */
final class Deeds {
    /** Some outages are long enough to be made up for, some are not. */
    private static final int SHORTEST_OUTAGE_MS = 500;

    private static final int LONGEST_OUTAGE_MS = 5_500;
    private static final Delay BAD_NETWORK = new Delay(400, 100);
    private static final int STALL_MS = 6_000;
    private static final long CLOCK_OFF_MS = 30_000;

    private static final List<String> REPORTS = List.of("json", "csv", "xlsx");
    private static final int REPORTS_AT_ONCE = 2;
    private static final int REPORT_WAVES = 3;
    private static final Duration FLOODED = Duration.ofSeconds(4);
    private static final int INSISTERS = 30;
    private static final int LATECOMERS = 5;
    private static final int LATECOMERS_APART_MS = 300;
    /** A question closes so much after its host has closed it; a little earlier everybody is cut off. */
    private static final int CLOSING_MS = 750;

    private static final int EARLIER_MS = 100;
    /** Within that an instance dies while players come and go. */
    private static final int LONGEST_COMING_MS = 400;

    private static final String SOCKETS = "podium_sockets";
    private static final String STREAMS = "podium_streams";

    private Deeds() {}

    static void kill(Arena arena, Try attempt) {
        var victim = arena.victim();
        long sockets = Math.round(victim.metric(SOCKETS));
        long now = attempt.begins();
        victim.kill();
        arena.awaitLoss(now, sockets);
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("an instance with " + sockets + " sockets was killed");
        victim.start();
    }

    /** Only one comes back, alone; the others when everybody is with it. */
    static void killAll(Arena arena, Try attempt) {
        arena.awaitInstances();
        attempt.begins();
        arena.cluster().instances().forEach(Instance::kill);
        var lone = arena.cluster().lone();
        lone.start().awaitReady();
        long readyAt = System.nanoTime();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        attempt.wasReadyAt(readyAt, arena.phones());
        arena.say("all instances were killed, and one came back");
        arena.cluster().revive();
    }

    static void update(Arena arena, Try attempt) {
        var next = arena.victim();
        long sockets = Math.round(next.metric(SOCKETS));
        long now = attempt.begins();
        next.stop();
        next.start();
        arena.awaitLoss(now, sockets);
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say("an instance with " + sockets + " sockets was asked to end, and replaced");
    }

    static void killPostgres(Arena arena, Try attempt) throws InterruptedException {
        attempt.begins();
        arena.cluster().killPostgres();
        Thread.sleep(outageMs(arena));
        arena.cluster().restartPostgres();
        arena.awaitInstances();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("PostgreSQL was killed");
    }

    static void stallPostgres(Arena arena, Try attempt) throws Exception {
        attempt.begins();
        arena.cluster().stallPostgres();
        Thread.sleep(outageMs(arena));
        arena.cluster().resumePostgres();
        arena.awaitInstances();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("PostgreSQL stood still");
    }

    /** What an instance holds for a PostgreSQL that stands still dies with it, and nobody was promised anything. */
    static void killWaiting(Arena arena, Try attempt) throws Exception {
        var victim = arena.victim();
        attempt.begins();
        arena.cluster().stallPostgres();
        Thread.sleep(outageMs(arena));
        victim.kill();
        arena.cluster().resumePostgres();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("an instance was killed that waited for PostgreSQL");
        victim.start();
    }

    static void loseBus(Arena arena, Try attempt) throws Exception {
        attempt.begins();
        var back = arena.cluster().killBus();
        Thread.sleep(outageMs(arena));
        back.run();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("instances did not hear of each other");
    }

    static void drop(Arena arena, Try attempt) {
        var some = arena.someOf(2);
        long now = attempt.begins();
        some.forEach(Passage::drop);
        arena.awaitLoss(now, some.size());
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say(some.size() + " connections were reset");
    }

    static void halfOpen(Arena arena, Try attempt) {
        var some = arena.someOf(3);
        attempt.begins();
        some.forEach(Passage::halfOpen);
        Patience.until("all have noticed", () -> some.stream().noneMatch(Passage::open));
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say(some.size() + " connections led nowhere");
    }

    /** From the countdown on until everybody sees the reveal. */
    static void delay(Arena arena, Try attempt) {
        attempt.begins();
        arena.proxy().delay(BAD_NETWORK);
        awaitReveal(arena);
        arena.proxy().delay(Delay.NONE);
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say("everything took 400 ms");
    }

    static void stallReaders(Arena arena, Try attempt) throws InterruptedException {
        var some = arena.someOf(3);
        attempt.begins();
        some.forEach(Passage::stall);
        Thread.sleep(STALL_MS);
        some.forEach(Passage::flow);
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say(some.size() + " clients did not read");
    }

    static void repeat(Arena arena, Try attempt) {
        attempt.begins();
        arena.clients().manners(Manners.repeating(new Random(arena.random().nextLong())));
        awaitReveal(arena);
        arena.clients().manners(Manners.PLAIN);
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say("answers were sent twice and in any order");
    }

    /**
     * The network of a third refuses sockets from the countdown on, so that they play by streams and requests; an instance that
     * has some of their streams dies in the question.
     */
    static void refuseUpgrades(Arena arena, Try attempt) {
        long now = attempt.begins();
        var some = arena.proxy().refuseSockets(true);
        some.forEach(Passage::drop);
        arena.awaitLoss(now, some.size());
        arena.awaitWell();
        long streams = Math.round(arena.cluster().instances().stream()
                .mapToDouble(instance -> instance.metric(STREAMS))
                .sum());
        if (streams == 0) throw new IllegalStateException("nobody plays by a stream");
        Patience.until(
                "everybody sees the question", () -> arena.phones().stream().noneMatch(phone -> phone.shows("ready")));
        var victim = arena.victim();
        victim.kill();
        awaitReveal(arena);
        arena.awaitWell();
        arena.proxy().refuseSockets(false).forEach(Passage::drop);
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say(streams + " players had streams, and an instance was killed");
        victim.start();
    }

    /** Two strangers at one instance: one pings and never reads, the other one sends messages without end. */
    static void flood(Arena arena, Try attempt) throws Exception {
        var base = arena.victim().base();
        attempt.begins();
        var floods = List.of(Flood.ofPings(base, FLOODED), Flood.ofFrames(base, FLOODED));
        inParallel(floods, Flood::pour);
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("strangers sent to one instance: " + floods);
    }

    /** Of every game in every form, several at once, from one instance. */
    static void stormReports(Arena arena, Try attempt) throws Exception {
        var desk = HostDesk.signIn(arena.victim().base(), Run.HOST, Run.PASSWORD);
        var paths = new ArrayList<String>();
        for (var party : arena.parties())
            for (var format : REPORTS)
                for (int i = 0; i < REPORTS_AT_ONCE; i++)
                    paths.add("/api/games/" + party.game().id() + "/report?format=" + format);
        var statuses = new ConcurrentSkipListMap<Integer, Integer>();
        attempt.begins();
        for (int i = 0; i < REPORT_WAVES; i++)
            inParallel(paths, path -> statuses.merge(desk.status(path), 1, Integer::sum));
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("reports were asked for, " + paths.size() + " at once: " + statuses);
    }

    /** Somebody else wants a seat meanwhile, and is to have it soon. */
    static void stormNames(Arena arena, Try attempt) throws Exception {
        var door = Door.to(arena.proxy().address());
        attempt.begins();
        var insisters = IntStream.range(0, INSISTERS)
                .mapToObj(i -> insister(arena, door, i))
                .toList();
        try {
            Patience.until(
                    "all have been refused", () -> insisters.stream().allMatch(insister -> insister.refusals() > 0));
            for (int i = 0; i < LATECOMERS; i++) {
                Thread.sleep(LATECOMERS_APART_MS);
                seatLate(arena, door, attempt);
            }
        } finally {
            insisters.forEach(Insister::end);
        }
        arena.awaitWell();
        attempt.isOver(arena.phones());
        int refusals = insisters.stream().mapToInt(Insister::refusals).sum();
        arena.say("taken names were asked for, and refused " + refusals + " times");
    }

    private static Insister insister(Arena arena, Door door, int number) {
        var party = arena.parties().get(number % arena.parties().size());
        var seats = party.crowd().phones();
        var taken = seats.get(number % seats.size()).nickname();
        return arena.clients().insister(door, party.game().pin(), taken);
    }

    private static void seatLate(Arena arena, Door door, Try attempt) {
        long begin = System.nanoTime();
        var latecomers = arena.parties().stream()
                .map(party -> party.latecomer(arena.clients(), door))
                .toList();
        for (var phone : latecomers) {
            Patience.until("a latecomer has a seat", phone::welcomed);
            attempt.waited(System.nanoTime() - begin);
        }
        arena.parties().forEach(Party::letIn);
    }

    /** So that everybody resumes while the reveal is being counted. */
    static void resumeAtClose(Arena arena, Try attempt) throws Exception {
        attempt.begins();
        inParallel(arena.parties(), party -> {
            // Half of all have answered then, and what they get is to be counted.
            Thread.sleep(party.medianMs());
            var ack = party.remote().command("close", new JsonObject()).get();
            // It is refused where all have answered: then it has just closed.
            if (ack.getString("status").equals("done")) Thread.sleep(CLOSING_MS - EARLIER_MS);
            party.drop();
        });
        awaitReveal(arena);
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say("everybody was cut off as the question closed");
    }

    /** While the answers to a question arrive, the one before is judged by another key; half of that is undone. */
    static void regrade(Arena arena, Try attempt) throws Exception {
        attempt.begins();
        inParallel(arena.parties(), party -> {
            var asked = party.remote().now().state().getJsonObject("question");
            var before = asked == null
                    ? null
                    : party.crowd().phones().getFirst().reveals().get(asked.getInteger("index") - 1);
            if (before != null) judgeAgain(party, before.getJsonObject("question"));
        });
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("questions were judged again while the next one was open");
    }

    /** Whose answer met the end does not answer again, and a question without a limit would wait for that. */
    private static void closeUntimed(Arena arena) throws Exception {
        inParallel(arena.parties(), party -> {
            var state = party.remote().now().state();
            if (!state.getString("phase").equals("question")
                    || state.getJsonObject("question").getInteger("timeLimitMs") > 0) return;
            Thread.sleep(2 * party.medianMs());
            // It is refused where all have answered by then.
            party.remote().command("close", new JsonObject()).get();
        });
    }

    /** From the standings back to the answer; it is judged by another key while an instance is gone, and on to the standings again. */
    static void back(Arena arena, Try attempt) throws Exception {
        var victim = arena.victim();
        attempt.begins();
        inParallel(arena.parties(), party -> party.remote().press("back"));
        victim.kill();
        inParallel(arena.parties(), party -> {
            party.awaitPhase("reveal");
            judgeAgain(party, party.remote().now().state().getJsonObject("question"));
            party.remote().press("advance");
            party.awaitPhase("standings");
        });
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("hosts went back to an answer and judged it again, and an instance was killed meanwhile");
        victim.start();
    }

    /** By another key, where there can be one; in half of the games that is undone. */
    private static void judgeAgain(Party party, JsonObject question) {
        var again = Correction.of(question);
        if (again == null) return;
        party.remote().press("regrade", again);
        if (party.title().hashCode() % 2 == 0)
            party.remote().press("ungrade", new JsonObject().put("question", again.getInteger("question")));
    }

    /** While a question is open another quiz follows; the instance that may be at it dies, and hosts ask again elsewhere. */
    static void append(Arena arena, Try attempt) throws Exception {
        record Next(Party party, String quiz) {}

        var victim = arena.victim();
        var next = arena.parties().stream()
                .map(party -> new Next(party, party.another(arena.appended())))
                .toList();
        attempt.begins();
        try (var dying = Executors.newVirtualThreadPerTaskExecutor()) {
            dying.submit(victim::kill);
            inParallel(next, one -> one.party().append(one.quiz()));
        }
        arena.append();
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("another quiz followed in every game, and an instance was killed meanwhile");
        victim.start();
    }

    /** Ended by mistake, and taken back at another instance. */
    static void restore(Arena arena, Try attempt) throws Exception {
        attempt.begins();
        inParallel(arena.parties(), party -> {
            party.remote().press("end");
            party.remote().drop();
            Patience.until("the host is back", () -> party.remote().welcomed());
            party.remote().press("restore");
            if (party.remote().now().state().getBoolean("paused", false))
                party.remote().press("continue");
        });
        arena.awaitWell();
        attempt.isOver(arena.phones());
        closeUntimed(arena);
        arena.say("games were ended, and went on from another instance");
    }

    /** From now on the clock of one instance is wrong. */
    static void setClockOff(Arena arena) {
        var victim = arena.victim();
        long off = arena.random().nextBoolean() ? CLOCK_OFF_MS : -CLOCK_OFF_MS;
        victim.clockOff(off);
        victim.stop();
        victim.start().awaitReady();
        victim.clockOff(0);
        arena.awaitWell();
        var desk = HostDesk.signIn(victim.base(), Run.HOST, Run.PASSWORD);
        var written = new JsonObject(desk.get("/api/quizzes/" + desk.write(Paper.quiz("When", 0, 1, 5_000))));
        long told = written.getLong("updatedAt");
        if (Math.abs(told - System.currentTimeMillis() - off) > CLOCK_OFF_MS / 2)
            throw new IllegalStateException("the clock is right: " + told);
    }

    /** It serves a question, and is then replaced by one that is right. */
    static void clockOff(Arena arena, Try attempt) {
        attempt.begins();
        awaitReveal(arena);
        var wrong = arena.lastVictim();
        wrong.stop();
        wrong.start();
        arena.awaitWell();
        attempt.isOverOneByOne(arena.phones());
        arena.say("an instance had a wrong clock");
    }

    /** Everything that a host and players do at a door, while an instance dies. */
    static void door(Arena arena, Try attempt) throws Exception {
        var victim = arena.victim();
        attempt.begins();
        var door = Door.to(arena.proxy().address());
        int dyingInMs = arena.random().nextInt(LONGEST_COMING_MS);
        try (var dying = Executors.newVirtualThreadPerTaskExecutor()) {
            dying.submit(() -> {
                Thread.sleep(dyingInMs);
                victim.kill();
                return null;
            });
            inParallel(arena.parties(), party -> party.comeAndGo(arena.clients(), door));
        }
        arena.awaitWell();
        attempt.isOver(arena.phones());
        arena.say("in each game one came who has more time, one moved to another phone, one left and came back");
        victim.start();
    }

    private static void awaitReveal(Arena arena) {
        Patience.until(
                "everybody sees the reveal", () -> arena.phones().stream().allMatch(phone -> phone.shows("reveal")));
    }

    private interface Act<T> {
        void on(T one) throws Exception;
    }

    /** Returns when all is done; fails where one does. */
    private static <T> void inParallel(List<T> all, Act<T> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = all.stream()
                    .map(one -> threads.submit(() -> {
                        act.on(one);
                        return null;
                    }))
                    .toList();
            for (var one : acts) one.get();
        }
    }

    private static int outageMs(Arena arena) {
        return arena.random().nextInt(SHORTEST_OUTAGE_MS, LONGEST_OUTAGE_MS);
    }
}
