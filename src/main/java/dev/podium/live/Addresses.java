package dev.podium.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where phones and screens go: the configured public address, else this machine's on the local network. */
@ApplicationScoped
public class Addresses {
    private final String base;

    Addresses(
            @ConfigProperty(name = "podium.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.base =
                publicUrl.map(url -> url.replaceAll("/+$", "")).orElseGet(() -> "http://" + lanAddress() + ":" + port);
    }

    /** What a phone opens to join. */
    public String joinUrl(String pin) {
        return base + "/?pin=" + pin;
    }

    /** What a screen opens. The token stands behind the hash, which browsers do not send and servers do not log. */
    public String screenUrl(String token) {
        return base + "/screen#" + token;
    }

    /** The first private IPv4 address of a real interface; phones cannot reach localhost. */
    private static String lanAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Addresses::real)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()))
                    .findFirst()
                    .map(address -> address.getHostAddress())
                    .orElse("localhost");
        } catch (SocketException e) {
            return "localhost";
        }
    }

    private static boolean real(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.isVirtual() && !network.isPointToPoint();
        } catch (SocketException e) {
            return false;
        }
    }
}
