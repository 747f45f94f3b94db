package dev.podium.account;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** Tells whether a request comes from the machine that answers it. */
final class ThisMachine {
    private ThisMachine() {}

    /** @param remote a numeric address, as connections have; anything else is not this machine */
    static boolean is(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return false;
        }
        try {
            var address = InetAddress.ofLiteral(remote.hostAddress());
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException | IllegalArgumentException e) {
            return false;
        }
    }
}
