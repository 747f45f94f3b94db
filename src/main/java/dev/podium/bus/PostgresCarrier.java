package dev.podium.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Notices over PostgreSQL's LISTEN/NOTIFY: nothing else has to run. They are sent outside of the games' transactions,
 * because a NOTIFY inside a commit takes a lock that all committers share.
 */
final class PostgresCarrier implements Carrier {
    private static final String CHANNEL = "podium_game";
    /** A NOTIFY payload holds less than 8,000 bytes; an id and its comma take 37, and so does the sender. */
    private static final int IDS_PER_NOTICE = 200;

    private final Vertx vertx;
    private final Pool pool;
    private final PgConnectOptions options;

    PostgresCarrier(Vertx vertx, Pool pool, PgConnectOptions options) {
        this.vertx = vertx;
        this.pool = pool;
        this.options = options;
    }

    @Override
    public int idsPerNotice() {
        return IDS_PER_NOTICE;
    }

    @Override
    public Future<Void> send(String payload) {
        return pool.preparedQuery("SELECT pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, payload))
                .mapEmpty();
    }

    @Override
    public Future<Line> listen(Consumer<String> received, Runnable lost) {
        var closed = new AtomicBoolean();
        return PgConnection.connect(vertx, options).compose(connection -> {
            connection.notificationHandler(notice -> received.accept(notice.getPayload()));
            connection.closeHandler(v -> {
                if (closed.compareAndSet(false, true)) lost.run();
            });
            return connection.query("LISTEN " + CHANNEL).execute().map(listening -> () -> {
                closed.set(true);
                connection.close();
            });
        });
    }
}
