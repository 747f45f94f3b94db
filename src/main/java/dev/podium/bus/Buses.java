package dev.podium.bus;

import dev.podium.configuration.Configuration;
import dev.podium.metrics.Metric;
import dev.podium.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
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
            Configuration settings,
            Traces traces,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var carrier = switch (settings.bus()) {
            case POSTGRES -> {
                var options = PgConnectOptions.fromUri(settings.database().url())
                        .setUser(user)
                        .setPassword(password);
                // Its metrics are not those of the pool.
                options.setMetricsName("notices");
                yield new PostgresCarrier(vertx, pool, options);
            }
            case VALKEY -> new ValkeyCarrier(vertx, settings.valkey().url().orElseThrow());
        };
        var bus = new NoticeBus(vertx, carrier, metrics, traces);
        metrics.gauge(Metric.BUS_LISTENING.id(), bus, b -> b.listening() ? 1 : 0);
        return bus;
    }

    void close(@Disposes GameBus bus) {
        if (bus instanceof NoticeBus notices) notices.close();
    }
}
