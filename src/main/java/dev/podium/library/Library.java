package dev.podium.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Question;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The face of this package: quizzes to be played. To be called on a Vert.x context of its own, as every request has. */
@ApplicationScoped
public class Library {
    private final QuizRepository quizzes;
    private final ObjectMapper mapper;

    Library(QuizRepository quizzes, ObjectMapper mapper) {
        this.quizzes = quizzes;
        this.mapper = mapper;
    }

    /** A host's quiz; empty when there is none with this id, or it is another host's. */
    @WithSession
    public Uni<Optional<QuizRecord>> find(UUID owner, UUID quiz) {
        return quizzes.of(owner, quiz).map(found -> Optional.ofNullable(found).map(this::record));
    }

    private QuizRecord record(Quiz quiz) {
        return new QuizRecord(quiz.id, quiz.title, quiz.language, questions(quiz));
    }

    private List<Question> questions(Quiz quiz) {
        try {
            return QuestionJson.stored(mapper.readTree(quiz.questions));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }
}
