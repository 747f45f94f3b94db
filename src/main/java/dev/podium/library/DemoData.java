package dev.podium.library;

import dev.podium.account.Hosts;
import dev.podium.configuration.Configuration;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** With {@code podium.demo}: a host and a quiz to start with, made once; who deletes the quiz is rid of it. */
@ApplicationScoped
class DemoData {
    /** Also in {@code quarkus.native.resources.includes}. */
    private static final String QUIZ = "demo/around-the-world.json";

    private final Hosts hosts;
    private final Quizzes quizzes;
    private final JsonImport jsonImport;
    private final boolean wanted;

    DemoData(Hosts hosts, Quizzes quizzes, JsonImport jsonImport, Configuration settings) {
        this.hosts = hosts;
        this.quizzes = quizzes;
        this.jsonImport = jsonImport;
        this.wanted = settings.demo();
    }

    void start(@Observes StartupEvent event) throws Throwable {
        if (wanted) {
            VertxContextSupport.subscribeAndAwait(() -> hosts.demoPasswordHash()
                    .chain(hash -> hash.isEmpty() ? Uni.createFrom().voidItem() : create(hash.get())));
        }
    }

    @WithTransaction
    Uni<Void> create(String passwordHash) {
        return hosts.createDemo(passwordHash)
                .chain(made -> made.isEmpty() ? Uni.createFrom().voidItem() : write(made.get()))
                .replaceWithVoid();
    }

    private Uni<Void> write(UUID host) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(QUIZ)) {
            var report = jsonImport.read(file.readAllBytes(), "", Limits.QUESTIONS);
            return quizzes.create(host, report.draft()).replaceWithVoid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
