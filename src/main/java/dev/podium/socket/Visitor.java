package dev.podium.socket;

import io.quarkus.websockets.next.UserData;
import io.vertx.core.http.HttpConnection;

/**
 * What is known of a request that becomes a socket.
 *
 * @param network its connection
 * @param flow counts what comes through it since it asked
 * @param address where it comes from, without a port
 * @param cookie the whole header, or null
 */
record Visitor(HttpConnection network, FlowControl flow, String address, String cookie) {
    static final UserData.TypedKey<Visitor> KEY = new UserData.TypedKey<>("podium.visitor");
}
