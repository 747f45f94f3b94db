package dev.podium.database;

import dev.podium.configuration.Mistakes;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Whether what looks like a connection to the database is one. Behind a proxy that gives each transaction another (transaction
 * pooling) most seems to work: but what is listened for is heard by others, and the bounds and the durability that a
 * connection asks for are whoever's it was before.
 */
final class DirectLine {
    private static final Logger LOG = Logger.getLogger(DirectLine.class);
    private static final int ANSWER_S = 5;

    private DirectLine() {}

    /** Blocks. Throws where there is such a proxy; where nobody answers there is nothing to be said. */
    static void require(Pool pool) {
        boolean changes;
        try {
            changes = changes(pool).toCompletionStage().toCompletableFuture().get(ANSWER_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            LOG.debug("The database does not tell whom it talks to", e);
            return;
        }
        if (changes)
            throw new Mistakes.Found(List.of(
                    "PODIUM_DATABASE_URL leads to a proxy that gives each transaction another connection: Podium needs one"
                            + " that stays, of PostgreSQL itself or of a pool by session."));
    }

    /** A proxy of any kind makes up the number that PostgreSQL gives a connection: without one this is a single question. */
    private static Future<Boolean> changes(Pool pool) {
        return pool.withConnection(one -> backend(one)
                .compose(first -> first == promised(one)
                        ? Future.succeededFuture(false)
                        : pool.withConnection(two -> backend(two)
                                .compose(second -> backend(one)
                                        .compose(again -> backend(one)
                                                .map(last -> first.equals(second)
                                                        || !first.equals(again)
                                                        || !first.equals(last)))))));
    }

    private static int promised(SqlConnection connection) {
        return PgConnection.cast(connection).processId();
    }

    private static Future<Integer> backend(SqlConnection connection) {
        return connection
                .query("SELECT pg_backend_pid()")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
