package dev.podium.account;

import dev.podium.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Who tries a password.
 *
 * @param address a key for limits
 * @param here whether on this machine
 * @param device what the browser shows of an earlier sign-in
 */
record Caller(String address, boolean here, Optional<KnownDevice> device) {
    static Caller of(HttpServerRequest request, ClientAddress address) {
        return new Caller(
                address.of(request), address.isThisMachine(request), KnownDevice.in(request.getHeader("Cookie")));
    }
}
