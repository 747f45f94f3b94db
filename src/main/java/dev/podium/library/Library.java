package dev.podium.library;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The face of this package: quizzes to be played. To be called on a Vert.x context of its own, as every request has. */
@ApplicationScoped
public class Library {
    private final QuizRepository quizzes;
    private final QuizJson json;

    Library(QuizRepository quizzes, QuizJson json) {
        this.quizzes = quizzes;
        this.json = json;
    }

    /** A host's quiz; empty when there is none with this id, or it is another host's. */
    @WithSession
    public Uni<Optional<QuizRecord>> find(UUID owner, UUID quiz) {
        return quizzes.of(owner, quiz).map(found -> Optional.ofNullable(found).map(this::record));
    }

    private QuizRecord record(Quiz quiz) {
        return new QuizRecord(quiz.id, quiz.title, quiz.language, json.questions(quiz));
    }
}
