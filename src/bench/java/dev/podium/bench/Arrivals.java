package dev.podium.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** When each of a crowd got something it waits for. Written on the driver's loop, read when {@link #all} is done. */
final class Arrivals {
    private final long[] at;
    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private int missing;
    private long serverTime = -1;
    private long seq = -1;
    private String frame = "";

    Arrivals(int players) {
        at = new long[players];
        missing = players;
    }

    boolean first() {
        return missing == at.length;
    }

    void at(int player, long now) {
        if (at[player] != 0) return;
        at[player] = now;
        if (--missing == 0) all.complete(null);
    }

    /** Takes what the first one got. */
    void describe(byte[] bytes, int from, int to) {
        serverTime = Scan.number(bytes, from, to, Scan.SERVER_TIME);
        seq = Scan.number(bytes, from, to, Scan.SEQ);
        frame = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    void fail(String why) {
        all.completeExceptionally(new IllegalStateException(why));
    }

    CompletableFuture<Void> all() {
        return all;
    }

    int missing() {
        return missing;
    }

    /** The server's time in the first frame that arrived, in milliseconds. */
    long serverTime() {
        return serverTime;
    }

    /** The first frame that arrived. */
    String frame() {
        return frame;
    }

    long seq() {
        return seq;
    }

    long of(int player) {
        return at[player];
    }

    long last() {
        long last = Long.MIN_VALUE;
        for (long time : at) last = Math.max(last, time);
        return last;
    }

    /** Durations since one moment on {@link System#nanoTime}'s scale. */
    Distribution since(long start) {
        var durations = new long[at.length];
        for (int i = 0; i < at.length; i++) durations[i] = at[i] - start;
        return Distribution.of(durations);
    }

    /** Durations since a moment of each player's own. */
    Distribution since(long[] starts) {
        var durations = new long[at.length];
        for (int i = 0; i < at.length; i++) durations[i] = at[i] - starts[i];
        return Distribution.of(durations);
    }
}
