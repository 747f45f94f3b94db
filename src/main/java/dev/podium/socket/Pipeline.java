package dev.podium.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The layers of one connection between Vert.x and the network, where frames are counted and written. Nothing else here knows
 * classes that Vert.x keeps to itself. On the connection's loop.
 */
final class Pipeline {
    private final ChannelHandlerContext innermost;

    /** @param connection of the first version of HTTP, which a socket may be made of */
    Pipeline(HttpConnection connection) {
        innermost = ((ConnectionBase) connection).channelHandlerContext();
    }

    /** Counts from now on what comes in. A connection that was asked to upgrade before has its own already. */
    FlowControl flowControl() {
        var layers = innermost.pipeline();
        var known = layers.get(FlowControl.class);
        if (known != null) return known;
        var added = new FlowControl(System::nanoTime);
        layers.addBefore(innermost.name(), FlowControl.class.getName(), added);
        return added;
    }

    /** Where a frame's bytes may be written: of all layers only TLS has anything to do with them. */
    ChannelHandlerContext outermost() {
        var layers = innermost.pipeline();
        return layers.get(SslHandler.class) == null ? layers.firstContext() : innermost;
    }
}
