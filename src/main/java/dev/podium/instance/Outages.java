package dev.podium.instance;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** Makes up for a time in which no instance was alive. */
public interface Outages {
    /**
     * Gives running games that time back, before anybody says that he lives again.
     *
     * @param judge the connection of the one instance that does it; as long as it holds its transaction no other begins
     * @param aliveAt when an instance was last alive, in milliseconds of the database's clock
     * @return fails where the database is away again, and is called once more then
     */
    Future<Void> makeUp(SqlConnection judge, long aliveAt);
}
