package dev.podium.http;

import dev.podium.configuration.Configuration;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Who calls, for limits. Every proxy adds the address it has seen to the end of {@code X-Forwarded-For}, behind whatever the
 * client wrote there itself, so the header is counted from its end: as many entries are true as there are proxies of ours.
 */
@ApplicationScoped
public class ClientAddress {
    /** Of an IPv6 address, what a household or a server shares; it chooses the rest as it likes. */
    private static final int NETWORK_BYTES = 8;

    /** How many stand before this instance and can be trusted; 0: the connection's own address counts. */
    private final int proxies;

    ClientAddress(Configuration settings) {
        this.proxies = settings.trustedProxies();
    }

    /** A key for a client's limits: its IPv4 address, or its IPv6 network. Any thread. */
    public String of(HttpServerRequest request) {
        return network(address(request));
    }

    /** Whether the client is a program on this very machine. Whoever comes through a proxy that is not known is not. */
    public boolean isThisMachine(HttpServerRequest request) {
        return forwarded(request).size() <= proxies && ThisMachine.hasAddress(address(request));
    }

    private String address(HttpServerRequest request) {
        var forwarded = forwarded(request);
        if (proxies > 0 && forwarded.size() >= proxies) return bare(forwarded.get(forwarded.size() - proxies));
        // Not the request's: a framework may have rewritten that one from the header's beginning.
        var own = request.connection().remoteAddress();
        return own == null || own.hostAddress() == null ? "" : own.hostAddress();
    }

    private static List<String> forwarded(HttpServerRequest request) {
        return request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }

    /** Some proxies add the port, which is another one with each connection. */
    private static String bare(String entry) {
        if (entry.startsWith("[")) return entry.substring(1).replaceFirst("\\].*", "");
        return entry.indexOf(':') == entry.lastIndexOf(':') ? entry.replaceFirst(":.*", "") : entry;
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(v6.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
