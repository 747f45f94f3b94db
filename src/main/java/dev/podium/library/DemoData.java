package dev.podium.library;

import dev.podium.account.Hosts;
import dev.podium.configuration.Configuration;
import dev.podium.database.Failures;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** With {@code podium.demo}: a host and a quiz to start with, made once; who deletes the quiz is rid of it. */
@ApplicationScoped
class DemoData {
    /** Also in {@code quarkus.native.resources.includes}. */
    private static final String QUIZ = "demo/around-the-world.json";
    /** PostgreSQL ends a transaction that waits for a machine with too much to do. */
    private static final int ATTEMPTS = 3;

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
        for (int left = wanted ? ATTEMPTS : 0; left > 0; left--) {
            try {
                VertxContextSupport.subscribeAndAwait(() -> hosts.demoPasswordHash()
                        .chain(hash -> hash.isEmpty() ? Uni.createFrom().voidItem() : create(hash.get(), quiz())));
                return;
            } catch (Throwable e) {
                if (left == 1 || !Failures.moment(e)) throw e;
            }
        }
    }

    @WithTransaction
    Uni<Void> create(String passwordHash, QuizDraft quiz) {
        return hosts.createDemo(passwordHash)
                .chain(made -> made.isEmpty() ? Uni.createFrom().voidItem() : quizzes.create(made.get(), quiz))
                .replaceWithVoid();
    }

    /** Read before a transaction, as a JVM that starts takes its time. */
    private QuizDraft quiz() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(QUIZ)) {
            return jsonImport.read(file.readAllBytes(), "", Limits.QUESTIONS).draft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
