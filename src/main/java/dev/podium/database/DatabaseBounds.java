package dev.podium.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what a database that has gone silent can hold up. A stalled server, or a connection whose other end is gone without
 * a word, answers nothing and fails nothing: without a bound its statements would hang for as long as TCP keeps hoping.
 *
 * <p>A statement takes milliseconds. The server itself cancels one after {@code statement_timeout}, and ends a connection that
 * sleeps in a transaction, which may hold a game's lock; both are among the connection's settings. Where it does not even do
 * that, this side closes the connection, which fails the statement; whatever is known to be lost then is tried again on a
 * new connection, and whether the silent one has stored it is for the statements to find out: all of them may be repeated.
 */
@Singleton
class DatabaseBounds implements PgPoolCreator {
    /** Longer than the server's own bound on a statement, so that a slow server is asked before it is given up. */
    private static final int SILENT_S = 16;

    private static final int CONNECT_MS = 5_000;

    /** The pool closes what it does not use before the bound above would. */
    private static final int UNUSED_S = 10;
    /** Characters; longer ones would be parsed anew each time. */
    private static final int LONGEST_STATEMENT = 8_192;

    /** Beyond this number of statements waiting for a connection a new one fails at once. */
    private static final int WAITING = 20_000;

    @Override
    public Pool create(Input input) {
        return pool(input.vertx(), input.poolOptions(), input.pgConnectOptionsList());
    }

    static Pool pool(Vertx vertx, PoolOptions pool, List<PgConnectOptions> servers) {
        servers.forEach(server -> server.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT)
                .setConnectTimeout(CONNECT_MS)
                .setTcpKeepAlive(true));
        pool.setName("database")
                .setIdleTimeout(UNUSED_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(WAITING);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .withConnectHandler(DatabaseBounds::watch)
                .using(vertx)
                .build();
    }

    /** Runs once for each new connection, and gives it to the pool. */
    private static void watch(SqlConnection connection) {
        var socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        socket.socket().channelHandlerContext().pipeline().addFirst("silence", new Silence());
        connection.close();
    }

    /**
     * Closes a connection on which nothing has moved for too long. From the head of the pipeline: the client's own way to
     * close, which its idle timeout takes too, says goodbye and waits for the server. It takes two looks: after the first an
     * instance that did not run itself for so long reads what has arrived meanwhile.
     */
    private static final class Silence extends IdleStateHandler {
        Silence() {
            super(0, 0, SILENT_S / 2);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            if (!event.isFirst()) context.close();
        }
    }
}
