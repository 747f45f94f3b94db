package dev.podium.http;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;

/**
 * What may be said of a failure nobody foresaw. Messages of exceptions quote what people typed (a unique index names the
 * e-mail address), so a log gets classes and lines of code only.
 */
public final class Unexpected {
    private static final String NOT_CONNECTED = "08";
    private static final String STARTING_OR_STOPPING = "57P";
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 30;

    private Unexpected() {}

    /** Whether the database could not be reached, which is no mistake of ours. */
    public static boolean isDatabaseAway(Throwable e) {
        return causes(e)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof ClosedChannelException
                        || cause instanceof ClosedConnectionException
                        || cause instanceof PgException pg && isAway(pg.getSqlState()));
    }

    private static boolean isAway(String sqlState) {
        return sqlState != null && (sqlState.startsWith(NOT_CONNECTED) || sqlState.startsWith(STARTING_OR_STOPPING));
    }

    static String name(ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return "A request";
        }
        return resource.getResourceClass().getSimpleName() + "."
                + resource.getResourceMethod().getName();
    }

    /** Classes and lines of a failure and its causes; no word that anybody typed. */
    public static String traceWithoutMessages(Throwable e) {
        var text = new StringBuilder();
        causes(e).forEach(cause -> {
            text.append(text.isEmpty() ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            Stream.of(cause.getStackTrace())
                    .limit(MAX_FRAMES)
                    .forEach(frame -> text.append("\n\tat ").append(frame));
        });
        return text.toString();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(MAX_CAUSES);
    }
}
