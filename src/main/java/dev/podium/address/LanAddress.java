package dev.podium.address;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses by which phones on the same network may reach this machine. */
public final class LanAddress {
    /** Networks that exist only inside this machine, and tunnels that phones are not in. */
    private static final Pattern NOT_A_LAN =
            Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|lxc|cni|flannel).*");

    private LanAddress() {}

    /** Every IPv4 address that could be a LAN's; that of the interface which leads outwards is the first. */
    public static List<String> all() {
        return Stream.concat(outward().stream(), candidates().stream())
                .map(InetAddress::getHostAddress)
                .distinct()
                .toList();
    }

    /** Connecting a datagram socket sends nothing; it only asks the routing table. */
    private static Optional<InetAddress> outward() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 9));
            var address = socket.getLocalAddress();
            return Optional.of(address).filter(found -> isLan(found, NetworkInterface::getByInetAddress));
        } catch (IOException | RuntimeException noRoute) {
            return Optional.empty();
        }
    }

    private static List<InetAddress> candidates() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.inetAddresses().filter(address -> isLan(address, _ -> network)))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isLan(InetAddress address, Lookup lookup) {
        try {
            var network = lookup.of(address);
            return address instanceof Inet4Address
                    && !address.isLoopbackAddress()
                    && !address.isLinkLocalAddress()
                    && !address.isAnyLocalAddress()
                    && network != null
                    && Stream.of(network.getName())
                            .noneMatch(name -> NOT_A_LAN.matcher(name).matches());
        } catch (SocketException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Lookup {
        NetworkInterface of(InetAddress address) throws SocketException;
    }
}
