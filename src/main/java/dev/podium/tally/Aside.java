package dev.podium.tally;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** What takes milliseconds for a hall, which no event loop has. */
final class Aside {
    private Aside() {}

    /**
     * Runs it on a worker thread where this is a loop. Any other thread may wait, and does it itself: what it asked of the database
     * can be there before it looks.
     */
    static <T> Future<T> run(Supplier<T> work) {
        var context = Vertx.currentContext();
        return context == null
                ? Future.succeededFuture().map(_ -> work.get())
                : context.executeBlocking(work::get, false);
    }
}
