package dev.podium.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The addresses and names of the machine that runs Podium. A name of the internet is not its own because it leads here: whoever
 * owns the name points it where he likes.
 */
final class ThisMachine {
    /** A laptop changes networks. */
    private static final long KEPT_NS = TimeUnit.MINUTES.toNanos(1);

    private static final int MOST_KNOWN = 200;

    /** Looking up a name may take seconds, and anybody may ask for any. */
    private static final int MOST_ASKED = 4;

    private record Known(boolean own, long since) {}

    private static final Map<String, Known> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KNOWN;
        }
    });
    private static final Semaphore ASKED = new Semaphore(MOST_ASKED);

    private ThisMachine() {}

    /** @param address a numeric one, as connections have; anything else is not this machine */
    static boolean hasAddress(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal.isLoopbackAddress() || NetworkInterface.getByInetAddress(literal) != null;
        } catch (SocketException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Whether this is an address or a name of this machine; never waits, so that a name which {@link #isToBeAsked} is none.
     *
     * @param host in lower case, an IPv6 address in brackets
     */
    static boolean isCalled(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) return true;
        var known = known(host);
        if (known != null) return known.own;
        return isAddress(host) && remember(host, hasAddress(address(host)));
    }

    /** Whether nobody has looked lately whether this name is ours. */
    static boolean isToBeAsked(String host) {
        return !isCalled(host) && !isAddress(host) && known(host) == null;
    }

    /** Looks whether a name is ours, which may take seconds: never to be called on an event loop. */
    static void ask(String host) {
        if (!ASKED.tryAcquire()) return;
        try {
            remember(host, hasName(host));
        } finally {
            ASKED.release();
        }
    }

    /** The name of the machine, or one that only the local network may have given: nobody on the internet owns such a name. */
    private static boolean hasName(String name) {
        try {
            if (name.equalsIgnoreCase(InetAddress.getLocalHost().getHostName())) return true;
            return (name.endsWith(".local") || name.indexOf('.') < 0)
                    && Arrays.stream(InetAddress.getAllByName(name))
                            .map(InetAddress::getHostAddress)
                            .allMatch(ThisMachine::hasAddress);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Known known(String host) {
        var known = KNOWN.get(host);
        return known == null || System.nanoTime() - known.since > KEPT_NS ? null : known;
    }

    private static boolean remember(String host, boolean own) {
        KNOWN.put(host, new Known(own, System.nanoTime()));
        return own;
    }

    private static boolean isAddress(String host) {
        try {
            InetAddress.ofLiteral(address(host));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String address(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
