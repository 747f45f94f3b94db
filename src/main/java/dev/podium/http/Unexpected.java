package dev.podium.http;

import dev.podium.loop.Trace;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

/** What is known of a failure that no endpoint has foreseen. */
final class Unexpected {
    private static final String NOT_CONNECTED = "08";
    private static final String STARTING_OR_STOPPING = "57P";

    private Unexpected() {}

    /** Whether the database could not be reached, which is no mistake of ours. */
    static boolean isDatabaseAway(Throwable e) {
        return Trace.causes(e)
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
}
