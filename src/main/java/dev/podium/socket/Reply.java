package dev.podium.socket;

import dev.podium.room.Viewer;
import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/** What is sent to a seat while one frame of it is dealt with that came as a request: made by the first word, then told whole. Any thread. */
final class Reply implements Viewer {
    /** Of a network that refuses sockets nobody has measured a round trip. */
    private static final int UNMEASURED_MS = 100;

    private final Promise<List<String>> done = Promise.promise();
    private final List<String> frames = new ArrayList<>();
    private boolean outdone;
    private volatile int rttMs = UNMEASURED_MS;

    /** Completes with the first frame that is sent or the close, and what was said before and beside it. */
    Future<List<String>> frames() {
        return done.future();
    }

    /** Says something before the reply itself. */
    synchronized void first(String frame) {
        frames.add(frame);
    }

    /** Another connection holds the seat: said beside whatever is replied. */
    synchronized void outdone() {
        outdone = true;
    }

    /** @param kept the round trip kept with the seat, or null */
    void kept(Integer kept) {
        if (kept != null) rttMs = kept;
    }

    /** There is nothing to say. */
    synchronized void done() {
        if (outdone) frames.add(Frame.bye(CloseCode.OPENED_ELSEWHERE, 0));
        done.tryComplete(List.copyOf(frames));
    }

    void fail(Throwable why) {
        done.tryFail(why);
    }

    @Override
    public synchronized void send(String frame) {
        if (closed()) return;
        frames.add(frame);
        done();
    }

    @Override
    public synchronized void close(CloseCode code) {
        if (closed()) return;
        outdone = false;
        frames.add(Frame.bye(code, 0));
        done();
    }

    @Override
    public boolean closed() {
        return done.future().isComplete();
    }

    @Override
    public Integer rttMs() {
        return rttMs;
    }

    /** States go through the stream. */
    @Override
    public void welcome(String frame) {}

    @Override
    public void state(String frame) {}

    @Override
    public void progress(String frame) {}
}
