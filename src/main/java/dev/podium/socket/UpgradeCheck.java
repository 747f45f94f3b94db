package dev.podium.socket;

import dev.podium.http.Origins;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns away pages of other sites. Everything a person can act on is let in and then closed with its code. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
    private static final int FORBIDDEN = 403;

    private final Optional<String> publicUrl;

    UpgradeCheck(@ConfigProperty(name = "podium.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return Origins.isForeign(context.httpRequest(), publicUrl)
                ? CheckResult.rejectUpgrade(FORBIDDEN)
                : CheckResult.permitUpgrade();
    }
}
