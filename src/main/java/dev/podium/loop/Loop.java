package dev.podium.loop;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** A thread of control of one's own on an event loop: what runs on it never runs at the same time. */
public final class Loop {
    private final Vertx vertx;
    private final Context context;

    public Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    public void run(Runnable task) {
        context.runOnContext(v -> task.run());
    }

    public void after(long ms, Runnable task) {
        vertx.setTimer(ms, id -> run(task));
    }

    /** Takes a result wherever it arrives and handles it here. */
    public <T> Handler<AsyncResult<T>> on(Handler<AsyncResult<T>> handler) {
        return result -> run(() -> handler.handle(result));
    }
}
