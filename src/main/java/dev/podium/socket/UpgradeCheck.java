package dev.podium.socket;

import dev.podium.configuration.Configuration;
import dev.podium.http.ClientAddress;
import dev.podium.http.Origins;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in. Pages of other sites are turned away at the upgrade; everything a person can act on is let in and then
 * closed with its code.
 */
@Singleton
class UpgradeCheck implements HttpUpgradeCheck {
    private static final Set<String> OF_UPGRADES = Set.of("connection", "host", "upgrade");
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final Drain drain;
    private final ClientAddress address;
    private final Optional<String> publicUrl;

    UpgradeCheck(Drain drain, ClientAddress address, Configuration settings) {
        this.drain = drain;
        this.address = address;
        this.publicUrl = settings.publicUrl();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (drain.isOver()) return CheckResult.rejectUpgrade(UNAVAILABLE);
        var request = context.httpRequest();
        // No other version has an upgrade, and a request for one would be left without an answer.
        if (request.version() != HttpVersion.HTTP_1_1) return CheckResult.rejectUpgrade(BAD_REQUEST);
        if (Origins.isForeign(request, publicUrl)) return CheckResult.rejectUpgrade(FORBIDDEN);
        var network = request.connection();
        var flow = new Pipeline(network).flowControl();
        var visitor = new Visitor(network, flow, address.of(request), request.getHeader("Cookie"));
        context.userData().put(Visitor.KEY, visitor);
        forget(request.headers());
        return CheckResult.permitUpgrade();
    }

    /** A socket keeps its request's headers for life, twice: those that nobody will ask for go, 2 kB of a phone's. */
    private static void forget(MultiMap headers) {
        for (var name : List.copyOf(headers.names())) {
            var known = name.toLowerCase(Locale.ROOT);
            if (!known.startsWith("sec-websocket-") && !OF_UPGRADES.contains(known)) headers.remove(name);
        }
    }
}
