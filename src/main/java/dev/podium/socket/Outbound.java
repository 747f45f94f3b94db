package dev.podium.socket;

import dev.podium.room.Viewer;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * What goes out through one socket or stream, within a bound.
 *
 * <p>A few frames are with the network at a time. Of what waits behind them, a state replaces an older state and a count an
 * older count; the rest keeps its order and is limited. A client that reads so slowly that the limit is met, or that
 * nothing moves for a while, is closed with 4002: it comes back and gets one whole state. Thread-safe.
 */
final class Outbound implements Viewer, FlowControl.Listener {
    /** Frames handed to the network whose bytes it has not taken yet. */
    private static final int IN_FLIGHT = 8;
    /** Acknowledgements and the like that may wait behind them. */
    static final int WAITING = 64;

    private final Line line;
    private final Liveness liveness;
    private final SocketMeters meters;
    private final Runnable written = this::written;
    private final Deque<String> waiting = new ArrayDeque<>();
    private String welcome;
    private String state;
    private String progress;
    private int inFlight;
    /** When it was last seen that the network takes what is written, on {@link System#nanoTime}'s scale. */
    private long movedAt = System.nanoTime();

    private long closingSince;
    private boolean closing;
    private boolean deaf;
    private volatile BooleanSupplier mayAnswer = () -> false;

    Outbound(Line line, Liveness liveness, SocketMeters meters) {
        this.line = line;
        this.liveness = liveness;
        this.meters = meters;
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
            close(CloseCode.TOO_SLOW);
            return;
        }
        waiting.add(frame);
        pump();
    }

    @Override
    public synchronized void close(CloseCode code) {
        if (closing) return;
        closing = true;
        closingSince = System.nanoTime();
        meters.closed(code);
        if (code == CloseCode.TOO_SLOW) forget();
        while (next() != null) write(take());
        line.end(code);
    }

    /** Says why a first frame had no effect. A line that takes no other ends with it. */
    synchronized void refuse(String frame) {
        send(frame);
        line.refused();
    }

    /** Says when to come back and closes, so that the client does not count it as a failure. */
    synchronized void bye(CloseCode code, long reconnectInMs) {
        if (closing) return;
        waiting.add(Frame.bye(code, reconnectInMs));
        close(code);
    }

    /** The connection has gone; nothing more is written, and what its line keeps is given back. */
    void gone() {
        line.gone();
    }

    @Override
    public boolean closed() {
        return closing || line.ended();
    }

    @Override
    public Integer rttMs() {
        return liveness.rttMs();
    }

    /** Whether this socket's player has an open question before it. */
    boolean mayAnswer() {
        return mayAnswer.getAsBoolean();
    }

    void mayAnswer(BooleanSupplier asks) {
        mayAnswer = asks;
    }

    Liveness liveness() {
        return liveness;
    }

    /** Any frame has arrived. */
    void heard() {
        liveness.heard(System.nanoTime());
    }

    void ping(long now) {
        if (!closed()) line.ping(now);
    }

    @Override
    public void beyondBudget() {
        meters.beyondBudget();
        send(Frame.error(ErrorCode.SLOW_DOWN, "Send less at once.", null));
    }

    @Override
    public void flooded() {
        close(CloseCode.FLOODED);
    }

    /** Reads nothing more of a client that has half of its bound waiting for it, until it has taken most of that. */
    synchronized void hearNoMoreThanAnswered() {
        if (deaf || waiting.size() < WAITING / 2) return;
        deaf = true;
        line.hold(true);
    }

    /** Closes when the network has been full for longer than {@code maxNs} without taking a frame. */
    synchronized void closeIfStuck(long now, long maxNs) {
        if (inFlight < IN_FLIGHT && line.isWritable()) movedAt = now;
        else if (now - movedAt > maxNs) close(CloseCode.TOO_SLOW);
    }

    /** Cuts the connection of a client that has not taken its close for {@code maxNs}, which may never happen. */
    synchronized void abortIfClosing(long now, long maxNs) {
        if (closing && now - closingSince > maxNs) line.abort();
    }

    private void forget() {
        waiting.clear();
        welcome = null;
        state = null;
        progress = null;
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
        inFlight++;
        line.write(frame, written);
    }

    private synchronized void written() {
        inFlight--;
        movedAt = System.nanoTime();
        if (!closing) pump();
        if (!deaf || waiting.size() > WAITING / 4) return;
        deaf = false;
        line.hold(false);
    }
}
