package dev.podium.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** A thread of control of one's own on an event loop: what runs on it never runs at the same time. */
final class Loop {
    private final Vertx vertx;
    private final Context context;

    Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    void run(Runnable task) {
        context.runOnContext(v -> task.run());
    }

    void after(long ms, Runnable task) {
        vertx.setTimer(ms, id -> run(task));
    }

    /** Takes a result wherever it arrives and handles it here. */
    <T> Handler<AsyncResult<T>> on(Handler<AsyncResult<T>> handler) {
        return result -> run(() -> handler.handle(result));
    }
}
