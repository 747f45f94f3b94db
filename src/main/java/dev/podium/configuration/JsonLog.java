package dev.podium.configuration;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logmanager.formatters.JsonFormatter;

/** Where it is asked for, every line of the log is a JSON object, traces and all, from the first that the application writes. */
@Singleton
class JsonLog {
    private final boolean wanted;

    JsonLog(Configuration settings) {
        this.wanted = settings.log().json();
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        if (!wanted) return;
        for (var handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) handler.setFormatter(new JsonFormatter());
    }
}
