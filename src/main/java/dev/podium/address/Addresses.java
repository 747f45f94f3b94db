package dev.podium.address;

import dev.podium.configuration.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where phones and screens go: the configured public address, else this machine's on the local network. */
@ApplicationScoped
public class Addresses {
    private final String base;
    private final boolean isPublic;
    private final int port;

    Addresses(Configuration settings, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
        this.isPublic = settings.publicUrl().isPresent();
        this.base = settings.publicUrl()
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> local().stream().findFirst().orElse("http://localhost:" + port));
    }

    /** What a phone opens to join. */
    public String joinUrl(String pin) {
        return base + "/?pin=" + pin;
    }

    /** What a screen opens. The token stands behind the hash, which browsers do not send and servers do not log. */
    public String screenUrl(String token) {
        return base + "/screen#" + token;
    }

    /** What a phone opens to steer a game; the token stands behind the hash, too. */
    public String remoteUrl(UUID game, String token) {
        return base + "/host#/remote/" + game + "/" + token;
    }

    /** The address that is used, and then the others there are now; there are none beside a public one. */
    List<String> all() {
        return isPublic
                ? List.of(base)
                : Stream.concat(Stream.of(base), local().stream()).distinct().toList();
    }

    /** Whether somebody configured the address, and so knows that it leads here. */
    boolean isPublic() {
        return isPublic;
    }

    private List<String> local() {
        return LanAddress.all().stream()
                .map(address -> "http://" + address + ":" + port)
                .toList();
    }
}
