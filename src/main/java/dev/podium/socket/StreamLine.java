package dev.podium.socket;

import dev.podium.wire.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;

/**
 * The way out through the answer to a request: server-sent events, for networks that let no socket through. A comment now and
 * then tells whatever stands between that it is in use.
 */
final class StreamLine implements Line {
    private static final long COMMENT_MS = TimeUnit.SECONDS.toMillis(10);

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final long comments;
    private volatile boolean ended;

    /** To be made on the request's loop. */
    StreamLine(Vertx vertx, HttpServerResponse response) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.response = response;
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                // Who buffers or changes a stream would keep it until its end.
                .putHeader("Cache-Control", "no-store, no-transform")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Content-Encoding", "identity");
        comments = vertx.setPeriodic(COMMENT_MS, id -> comment());
        comment();
    }

    @Override
    public boolean isWritable() {
        return !response.writeQueueFull();
    }

    @Override
    public void write(String frame, Runnable written) {
        // Through the loop's queue also from the loop itself: nothing overtakes what another thread wrote before.
        context.runOnContext(v -> {
            if (response.ended() || response.closed()) written.run();
            else response.write("data: " + frame + "\n\n").onComplete(done -> written.run());
        });
    }

    @Override
    public void end(CloseCode code) {
        end("event: close\ndata: " + code.code() + "\n\n");
    }

    @Override
    public void refused() {
        end("");
    }

    private void end(String last) {
        context.runOnContext(v -> {
            gone();
            if (!response.ended() && !response.closed()) response.end(last);
        });
    }

    @Override
    public void gone() {
        ended = true;
        vertx.cancelTimer(comments);
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void abort() {
        context.runOnContext(v -> response.reset());
    }

    /** A stream hears nothing. */
    @Override
    public void ping(long now) {}

    @Override
    public void hold(boolean wait) {}

    private void comment() {
        if (!ended && !response.ended() && !response.closed() && isWritable()) response.write(":\n\n");
    }
}
