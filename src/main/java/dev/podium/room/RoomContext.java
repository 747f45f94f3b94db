package dev.podium.room;

import dev.podium.address.Addresses;
import dev.podium.database.DatabaseClock;
import dev.podium.loop.Retry;
import dev.podium.state.GameReader;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/**
 * What all rooms of an instance share.
 *
 * @param heartbeatMs told in each welcome
 * @param reading notes what could not be read of a game
 * @param showing notes whom a state could not be shown
 * @param tallying how long it takes to say how an open question stands
 * @param fanningOut how long it takes to show everybody a step
 * @param onMove runs on a room's loop whenever it shows another version of its game
 */
record RoomContext(
        Vertx vertx,
        Pool pool,
        GameReader games,
        DatabaseClock clock,
        Addresses addresses,
        long heartbeatMs,
        Retry reading,
        Retry showing,
        Timer tallying,
        Timer fanningOut,
        Runnable onMove) {}
