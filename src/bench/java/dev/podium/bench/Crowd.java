package dev.podium.bench;

import dev.podium.client.Names;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * The players of one game. What they do is asked for from the main thread and happens on the driver's loop; the main
 * thread waits for the {@link Arrivals} it asked for.
 */
final class Crowd {
    /** So many connections are being opened at a time; a kernel's queue of new ones holds no more than a few thousand. */
    private static final int DIALING = 1_000;

    private static final int REDIAL_MS = 50;
    /** Answers of a burst that are written before arrivals are looked at again. */
    private static final int CHUNK = 32;
    /** Loopback has many addresses; a port that was just used rests for a minute at each of them. */
    private static final int ADDRESSES = 8;

    private static final Names NAMES = new Names(17);
    private static int storms;

    private final Vertx vertx;
    private final Context loop;
    private final NetClient client;
    private final int port;
    private final boolean second;
    private final List<Phone> phones = new ArrayList<>();
    private final LeanSocket.Traffic traffic = new LeanSocket.Traffic();
    private final Progress progress;

    private int nextToDial;
    private int redials;
    private String address;
    private Arrivals welcomes;
    private Arrivals states;
    private String phase;
    private Arrivals acks;
    private int notSaved;
    private List<String> choices = List.of();
    private int question;

    /** @param second whether it comes by streams and requests, not by sockets */
    Crowd(Vertx vertx, int port, String pin, int players, boolean second, Progress progress) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.client = vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setReuseAddress(true).setConnectTimeout(20_000));
        this.port = port;
        this.second = second;
        this.progress = progress;
        for (int i = 0; i < players; i++) phones.add(new Phone(this, i, new Applicant(pin, NAMES.of(i))));
    }

    int size() {
        return phones.size();
    }

    /** Everybody joins; or, who has a seat already, resumes. Gives the moment it began with the arrivals of {@code welcome}. */
    Storm storm() {
        var arrivals = new Arrivals(size());
        var dialed = new long[size()];
        var begun = new CompletableFuture<Long>();
        loop.runOnContext(v -> {
            address = Proc.available() ? "127.0.0." + (1 + storms++ % ADDRESSES) : "127.0.0.1";
            welcomes = arrivals;
            redials = 0;
            nextToDial = 0;
            this.dialedAt = dialed;
            begun.complete(System.nanoTime());
            for (int i = 0; i < DIALING; i++) dialNext();
        });
        progress.await("welcomed", arrivals);
        return new Storm(begun.join(), dialed, arrivals, redials);
    }

    private long[] dialedAt = {};

    /** @param redials connections that were refused or timed out at first */
    record Storm(long begun, long[] dialed, Arrivals arrivals, int redials) {
        double perSecond() {
            return dialed.length / ((arrivals.last() - begun) / 1e9);
        }

        Distribution each() {
            return arrivals.since(dialed);
        }
    }

    /** Cuts all connections at once. */
    void cut() {
        var done = new CompletableFuture<Void>();
        loop.runOnContext(v -> {
            phones.forEach(Phone::cut);
            done.complete(null);
        });
        done.join();
    }

    void close() {
        cut();
        client.close();
    }

    /** Notes when each player is shown the next state of that phase. To be asked for before it is brought about. */
    Arrivals expect(String wanted) {
        var arrivals = new Arrivals(size());
        var noted = new CompletableFuture<Void>();
        loop.runOnContext(v -> {
            phase = wanted;
            states = arrivals;
            noted.complete(null);
        });
        noted.join();
        return arrivals;
    }

    /**
     * Everybody answers once, at random.
     *
     * @param spreadMs over so long a time, most of them in its middle; 0 for as fast as the driver can
     * @return the moments of sending with the arrivals of acknowledgements
     */
    Answered answer(int spreadMs, RandomGenerator random, int silent) {
        var arrivals = new Arrivals(size() - silent);
        var sent = new long[size() - silent];
        var due = new long[size() - silent];
        for (int i = 0; i < due.length; i++) due[i] = (long) (human(random) * spreadMs * 1e6);
        Arrays.sort(due);
        loop.runOnContext(v -> {
            acks = arrivals;
            notSaved = 0;
            long start = System.nanoTime();
            send(0, start, due, sent, random);
        });
        return new Answered(sent, arrivals);
    }

    record Answered(long[] sent, Arrivals acks) {}

    /** Between 0 and 1: the mean of three, so that most are in the middle and nobody is outside. */
    private static double human(RandomGenerator random) {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 3;
    }

    private void send(int from, long start, long[] due, long[] sent, RandomGenerator random) {
        long now = System.nanoTime();
        int i = from;
        for (; i < due.length && i < from + CHUNK && due[i] <= now - start; i++) {
            sent[i] = System.nanoTime();
            phones.get(i).answer(question, answer(i, random), (sent[i] - start) / 1_000_000);
        }
        if (i == due.length) return;
        int next = i;
        if (due[i] <= System.nanoTime() - start) loop.runOnContext(v -> send(next, start, due, sent, random));
        else vertx.setTimer(1, id -> send(next, start, due, sent, random));
    }

    /** Answers of the last question that were not acknowledged as saved. */
    int notSaved() {
        return notSaved;
    }

    /** What all players together have been sent so far. */
    LeanSocket.Traffic traffic() {
        var copy = new LeanSocket.Traffic();
        var done = new CompletableFuture<Void>();
        loop.runOnContext(v -> {
            copy.bytes = traffic.bytes;
            copy.frames = traffic.frames;
            done.complete(null);
        });
        done.join();
        return copy;
    }

    // ---- on the loop

    LeanLine dial(Phone phone) {
        var to = SocketAddress.inetSocketAddress(port, address);
        return second
                ? LeanStream.dial(client, to, phone, traffic)
                : LeanSocket.dial(client, to, "/ws/play", null, phone, traffic);
    }

    void redial(Phone phone) {
        redials++;
        vertx.setTimer(REDIAL_MS, id -> phone.dial());
    }

    void welcomed(int player, long at) {
        welcomes.at(player, at);
        dialNext();
    }

    void state(int player, byte[] bytes, int from, int to, long at) {
        if (states == null || !Scan.is(bytes, from, to, Scan.PHASE, phase)) return;
        if (states.first()) {
            states.describe(bytes, from, to);
            if (phase.equals("question")) read(new JsonObject(states.frame()));
        }
        states.at(player, at);
    }

    void acknowledged(int player, boolean saved, long at) {
        if (!saved) notSaved++;
        acks.at(player, at);
    }

    void failed(String why) {
        for (var waiting : new Arrivals[] {welcomes, states, acks}) if (waiting != null) waiting.fail(why);
    }

    private void dialNext() {
        if (nextToDial == phones.size()) return;
        dialedAt[nextToDial] = System.nanoTime();
        phones.get(nextToDial++).dial();
    }

    /** Any choice; where there are none, words of one's own. */
    private String answer(int player, RandomGenerator random) {
        if (choices.isEmpty())
            return new JsonObject().put("text", NAMES.of(player) + " " + player).encode();
        return "{\"choices\":[\"" + choices.get(random.nextInt(choices.size())) + "\"]}";
    }

    private void read(JsonObject frame) {
        var shown = frame.getJsonObject("state").getJsonObject("question");
        question = shown.getInteger("index");
        choices = shown.getJsonArray("choices", new JsonArray()).stream()
                .map(choice -> ((JsonObject) choice).getString("id"))
                .toList();
    }
}
