package dev.podium.library;

import dev.podium.account.Hosts;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With {@code podium.demo}: a host and a quiz to start with, made once; who deletes the quiz is rid of it. */
@ApplicationScoped
class DemoData {
    private final Hosts hosts;
    private final boolean wanted;

    DemoData(Hosts hosts, @ConfigProperty(name = "podium.demo", defaultValue = "false") boolean wanted) {
        this.hosts = hosts;
        this.wanted = wanted;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        if (wanted) {
            VertxContextSupport.subscribeAndAwait(this::create);
        }
    }

    @WithTransaction
    Uni<Void> create() {
        return hosts.createDemo().replaceWithVoid();
    }
}
