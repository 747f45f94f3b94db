package dev.podium.library;

import static dev.podium.http.Async.await;

import jakarta.enterprise.context.ApplicationScoped;
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
     * A quiz that the host may launch. Waits, and reads what may be half a mebibyte: for virtual and worker threads only.
     *
     * @throws dev.podium.http.Problem.Refusal 404 when there is none that the host may see, 403 when the host may only see it
     */
    public QuizRecord launchable(UUID host, UUID quiz) {
        return record(await(() -> quizzes.get(host, quiz, Right.LAUNCH)));
    }

    private QuizRecord record(Quiz quiz) {
        return new QuizRecord(quiz.id, quiz.title, quiz.language, json.questions(quiz));
    }
}
