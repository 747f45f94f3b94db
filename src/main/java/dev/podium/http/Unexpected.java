package dev.podium.http;

import dev.podium.database.Failures;
import dev.podium.loop.Trace;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

/** What is known of a failure that no endpoint has foreseen. */
final class Unexpected {
    private Unexpected() {}

    /** Whether the database could not be reached, or could not do it for now, which is no mistake of ours. */
    static boolean isDatabaseAway(Throwable e) {
        return Trace.causes(e)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof ClosedChannelException
                        || cause instanceof ClosedConnectionException
                        || cause instanceof PgException && Failures.moment(cause));
    }

    static String name(ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return "A request";
        }
        return resource.getResourceClass().getSimpleName() + "."
                + resource.getResourceMethod().getName();
    }
}
