package dev.podium.library;

import static dev.podium.http.Async.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The face of this package: quizzes to be played. */
@ApplicationScoped
public class Library {
    private final Quizzes quizzes;
    private final QuizJson json;

    Library(Quizzes quizzes, QuizJson json) {
        this.quizzes = quizzes;
        this.json = json;
    }

    /**
     * A host's quiz; empty when there is none with this id, or it is another host's. Waits, and reads what may be half a
     * mebibyte: for virtual and worker threads only.
     */
    public Optional<QuizRecord> find(UUID owner, UUID quiz) {
        return Optional.ofNullable(await(() -> quizzes.find(owner, quiz))).map(this::record);
    }

    private QuizRecord record(Quiz quiz) {
        return new QuizRecord(quiz.id, quiz.title, quiz.language, json.questions(quiz));
    }
}
