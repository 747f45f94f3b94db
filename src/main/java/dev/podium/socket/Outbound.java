package dev.podium.socket;

import dev.podium.room.Viewer;
import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What goes out through one socket, within a bound.
 *
 * <p>A few frames are with the network at a time. Of what waits behind them, a state replaces an older state and a count an
 * older count; the rest keeps its order and is limited. A client that reads so slowly that the limit is met, or that
 * nothing moves for a while, is closed with 4002: it comes back and gets one whole state. Thread-safe.
 */
final class Outbound implements Viewer {
    /** Frames handed to the network whose bytes it has not taken yet. */
    private static final int IN_FLIGHT = 8;
    /** Acknowledgements and the like that may wait behind them. */
    static final int WAITING = 64;

    private final ServerWebSocket socket;
    private final Line line;
    private final Runnable written = this::written;
    private final Vitals vitals;
    private final Counter tooSlow;
    private final Deque<String> waiting = new ArrayDeque<>();
    private String welcome;
    private String state;
    private String progress;
    private int inFlight;
    private long stuckSince;
    private boolean closing;
    private boolean deaf;
    private volatile BooleanSupplier mayAnswer = () -> false;

    Outbound(ServerWebSocket socket, Line line, Vitals vitals, Counter tooSlow) {
        this.socket = socket;
        this.line = line;
        this.vitals = vitals;
        this.tooSlow = tooSlow;
    }

    @Override
    public synchronized void welcome(String frame) {
        if (closing) return;
        welcome = frame;
        state = null;
        pump();
    }

    @Override
    public synchronized void state(String frame) {
        if (closing) return;
        state = frame;
        pump();
    }

    @Override
    public synchronized void progress(String frame) {
        if (closing) return;
        progress = frame;
        pump();
    }

    @Override
    public synchronized void send(String frame) {
        if (closing) return;
        if (waiting.size() >= WAITING) {
            tooSlow();
            return;
        }
        waiting.add(frame);
        pump();
    }

    @Override
    public synchronized void close(CloseCode code) {
        if (closing) return;
        closing = true;
        while (next() != null) write(take());
        socket.close((short) code.code(), code.reason());
    }

    /** Says when to come back and closes, so that the client does not count it as a failure. */
    synchronized void bye(CloseCode code, long reconnectInMs) {
        if (closing) return;
        waiting.add(Frame.bye(code, reconnectInMs));
        close(code);
    }

    @Override
    public boolean closed() {
        return closing || socket.isClosed();
    }

    @Override
    public Integer rttMs() {
        return vitals.rttMs();
    }

    /** Whether this socket's player has an open question before it. */
    boolean mayAnswer() {
        return mayAnswer.getAsBoolean();
    }

    void mayAnswer(BooleanSupplier asks) {
        mayAnswer = asks;
    }

    Vitals vitals() {
        return vitals;
    }

    void ping(Buffer payload) {
        socket.writePing(payload);
    }

    /** Reads nothing more of a client that has half of its bound waiting for it, until it has taken most of that. */
    synchronized void hearNoMoreThanAnswered() {
        if (deaf || waiting.size() < WAITING / 2) return;
        deaf = true;
        socket.pause();
    }

    /** Closes when frames have been waiting for longer than {@code maxNs} without any being taken. */
    synchronized void closeIfStuck(long now, long maxNs) {
        if (!closing && inFlight >= IN_FLIGHT && now - stuckSince > maxNs) tooSlow();
    }

    private void tooSlow() {
        tooSlow.increment();
        waiting.clear();
        welcome = null;
        state = null;
        progress = null;
        close(CloseCode.TOO_SLOW);
    }

    private void pump() {
        while (inFlight < IN_FLIGHT && next() != null) write(take());
    }

    private String next() {
        if (welcome != null) return welcome;
        return state != null ? state : !waiting.isEmpty() ? waiting.peek() : progress;
    }

    private String take() {
        var frame = next();
        if (welcome != null) welcome = null;
        else if (state != null) state = null;
        else if (!waiting.isEmpty()) waiting.poll();
        else progress = null;
        return frame;
    }

    private void write(String frame) {
        if (++inFlight == IN_FLIGHT) stuckSince = System.nanoTime();
        line.write(frame, written);
    }

    private synchronized void written() {
        inFlight--;
        stuckSince = System.nanoTime();
        if (!closing) pump();
        if (!deaf || waiting.size() > WAITING / 4) return;
        deaf = false;
        socket.resume();
    }
}
