package dev.podium.socket;

import dev.podium.http.Unexpected;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries again what a socket needs of a database that is away, for as long as the socket is there. The log is told. */
@Singleton
class Retries {
    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int PAUSE_MS = 500;

    private final Vertx vertx;
    private final SocketMeters meters;
    private final Throttle throttle = new Throttle(System.nanoTime());

    Retries(Vertx vertx, SocketMeters meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    void untilDone(Outbound outbound, Supplier<Future<Void>> attempt) {
        // What is thrown is a failure too.
        Future.succeededFuture().compose(v -> attempt.get()).onFailure(failure -> {
            failed(failure);
            if (!outbound.closed()) vertx.setTimer(PAUSE_MS, id -> untilDone(outbound, attempt));
        });
    }

    /** Something has failed that will be tried again: the log is told of the first, and then once a minute. */
    void failed(Throwable failure) {
        meters.retried();
        if (!throttle.lets(System.nanoTime())) return;
        if (Unexpected.isDatabaseAway(failure)) LOG.warn("The database is away: sockets that wait for it try again");
        else LOG.warnf("What sockets wait for is tried again: %s", Unexpected.traceWithoutMessages(failure));
    }
}
