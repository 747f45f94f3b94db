package dev.podium.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where phones and screens go: the configured public address, else this machine's on the local network. */
@ApplicationScoped
public class Addresses {
    private final String base;

    Addresses(
            @ConfigProperty(name = "podium.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.base = publicUrl
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> "http://" + LanAddress.find().orElse("localhost") + ":" + port);
    }

    /** What a phone opens to join. */
    public String joinUrl(String pin) {
        return base + "/?pin=" + pin;
    }

    /** What a screen opens. The token stands behind the hash, which browsers do not send and servers do not log. */
    public String screenUrl(String token) {
        return base + "/screen#" + token;
    }
}
