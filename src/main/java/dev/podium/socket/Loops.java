package dev.podium.socket;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One event loop for each processor, unless the configuration says otherwise. Nothing here blocks a loop, so a second one on
 * the same processor, which is the usual, would only take turns with the first and hand frames over to it.
 */
@Singleton
class Loops implements VertxOptionsCustomizer {
    private final OptionalInt configured;

    Loops(@ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") OptionalInt configured) {
        this.configured = configured;
    }

    @Override
    public void accept(VertxOptions options) {
        if (configured.isEmpty())
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
    }
}
