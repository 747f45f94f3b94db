package dev.podium.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the bus that the settings ask for. */
@ApplicationScoped
class Buses {

    @Produces
    @ApplicationScoped
    GameBus bus(
            Vertx vertx,
            Pool pool,
            MeterRegistry metrics,
            @ConfigProperty(name = "podium.bus") String kind,
            @ConfigProperty(name = "podium.valkey.url") Optional<String> valkey,
            @ConfigProperty(name = "podium.database.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var carrier = switch (kind) {
            case "postgres" -> {
                var options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
                // Its metrics are not those of the pool.
                options.setMetricsName("notices");
                yield new PostgresCarrier(vertx, pool, options);
            }
            case "valkey" ->
                new ValkeyCarrier(
                        vertx, valkey.orElseThrow(() -> new IllegalArgumentException("podium.valkey.url is needed")));
            default -> throw new IllegalArgumentException("podium.bus is postgres or valkey, not " + kind);
        };
        var bus = new NoticeBus(vertx, carrier, metrics);
        metrics.gauge("podium.bus.listening", bus, b -> b.listening() ? 1 : 0);
        return bus;
    }

    void close(@Disposes GameBus bus) {
        if (bus instanceof NoticeBus notices) notices.close();
    }
}
