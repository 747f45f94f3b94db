package dev.podium.live;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What a failed statement is to blame on, which decides whether trying again can help. */
final class Blame {
    /** SQLSTATE classes of a server that is going, coming or broken: connection, operator, system. */
    private static final List<String> CONNECTION = List.of("08", "57", "58");
    /** SQLSTATE classes of a bad moment: transaction state, rollback, resources, locks. */
    private static final List<String> MOMENT = List.of("25", "40", "53", "55");
    /** The one of class 57 that a healthy server says: the statement took too long. */
    private static final String CANCELLED = "57014";

    private Blame() {}

    /** Whether the same rows may well be written a moment later. */
    static boolean moment(Throwable failure) {
        return switch (cause(failure)) {
            case PgException pg -> connection(pg) || is(pg, MOMENT) || CANCELLED.equals(pg.getSqlState());
            // What cannot even be bound (a wrong type, an index) never gets better.
            case IllegalArgumentException _,
                    ClassCastException _,
                    NullPointerException _,
                    IndexOutOfBoundsException _ -> false;
            default -> true;
        };
    }

    /** Whether the database cannot be reached at present, whatever is asked of it. */
    static boolean connection(Throwable failure) {
        return switch (cause(failure)) {
            case PgException pg ->
                pg.getSqlState() == null || is(pg, CONNECTION) && !CANCELLED.equals(pg.getSqlState());
            case VertxException _ -> true;
            // What was read makes no sense.
            case RuntimeException _ -> false;
            default -> true;
        };
    }

    private static boolean is(PgException failure, List<String> classes) {
        return classes.contains(failure.getSqlState().substring(0, 2));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
