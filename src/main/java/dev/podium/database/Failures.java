package dev.podium.database;

import dev.podium.loop.Trace;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Why a statement failed, which decides whether trying again can help. */
public final class Failures {
    /** SQLSTATE classes of a server that is going, coming or broken: connection, operator, system. */
    private static final List<String> CONNECTION = List.of("08", "57", "58");
    /** SQLSTATE classes of a bad moment: transaction state, rollback, resources, locks. */
    private static final List<String> MOMENT = List.of("25", "40", "53", "55");
    /** The one of class 57 that a healthy server says: the statement took too long. */
    private static final String CANCELLED = "57014";

    private Failures() {}

    /** Whether the same may well succeed a moment later. What nobody knows does not: it is a fault. */
    public static boolean moment(Throwable failure) {
        return decisive(failure)
                .map(cause -> switch (cause) {
                    case PgException pg -> connection(pg) || is(pg, MOMENT) || CANCELLED.equals(pg.getSqlState());
                    default -> true;
                })
                .orElse(false);
    }

    /** Whether the database cannot be reached at present, whatever is asked of it. */
    public static boolean connection(Throwable failure) {
        return decisive(failure)
                .map(cause -> switch (cause) {
                    case PgException pg -> connection(pg);
                    case QueueFull _, TransactionRollbackException _ -> false;
                    default -> true;
                })
                .orElse(false);
    }

    private static boolean connection(PgException pg) {
        return pg.getSqlState() == null || is(pg, CONNECTION) && !CANCELLED.equals(pg.getSqlState());
    }

    /** The first cause that says something about the database, whatever others have made of it. */
    private static Optional<Throwable> decisive(Throwable failure) {
        return Trace.causes(failure)
                .filter(cause -> cause instanceof PgException
                        || cause instanceof QueueFull
                        || cause instanceof TransactionRollbackException
                        || network(cause))
                .findFirst();
    }

    /** The client says by these that a connection was not to be had, or is gone; by the last, that it waited in vain for one. */
    private static boolean network(Throwable cause) {
        return cause instanceof VertxException
                || cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof NoStackTraceThrowable;
    }

    private static boolean is(PgException failure, List<String> classes) {
        return classes.contains(failure.getSqlState().substring(0, 2));
    }
}
