package dev.podium.library;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.podium.game.Question;
import dev.podium.http.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stored quizzes as JSON. Their questions are JSON already. */
@ApplicationScoped
class QuizJson {
    /** As the API shows it. */
    @Schema(name = "Quiz")
    record Shown(
            UUID id,
            String title,
            String description,
            String language,

            @JsonRawValue @Schema(implementation = QuestionSchema[].class)
            String questions,

            long createdAt,
            long updatedAt) {}

    /** As a file carries it to another place: what the host wrote, nothing else. */
    @RegisterForReflection
    @Schema(name = "QuizDraft")
    record Document(
            @Schema(required = true, maxLength = Limits.TITLE)
            String title,

            @Schema(maxLength = Limits.DESCRIPTION) String description,

            @Schema(maxLength = Limits.LANGUAGE, description = "A BCP 47 tag, as in `en`")
            String language,

            @Schema(description = "In files only: those of the owner, for a quiz that an import makes")
            List<String> tags,

            @Schema(
                    enumeration = {"plain", "markdown"},
                    description = "Of its questions that name none; each keeps its own")
            String format,

            @Schema(implementation = QuestionSchema[].class, maxItems = Limits.QUESTIONS)
            JsonNode questions) {}

    private final ObjectMapper mapper;

    QuizJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static Shown shown(Quiz quiz) {
        return new Shown(
                quiz.id,
                quiz.title,
                quiz.description,
                quiz.language,
                quiz.questions,
                quiz.createdAt.toEpochMilli(),
                quiz.updatedAt.toEpochMilli());
    }

    /** @param tagged whether whoever gets it is the owner: tags are nobody else's */
    Document document(Quiz quiz, boolean tagged) {
        var tags = tagged && quiz.tags.length > 0 ? List.of(quiz.tags) : null;
        return new Document(quiz.title, quiz.description, quiz.language, tags, null, tree(quiz.questions));
    }

    /** Questions and drafts as they are kept; whoever changes the list changes nothing that is stored. */
    ArrayNode questionsAsStored(Quiz quiz) {
        return (ArrayNode) tree(quiz.questions);
    }

    /** @throws dev.podium.http.Problem.Refusal if the limits have become narrower than the quiz */
    List<Question> questions(Quiz quiz) {
        return QuestionJson.stored(tree(quiz.questions));
    }

    List<FieldError> mistakes(Quiz quiz) {
        return QuestionJson.mistakes(tree(quiz.questions));
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }
}
