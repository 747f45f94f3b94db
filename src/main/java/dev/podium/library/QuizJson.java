package dev.podium.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;

/** Stored quizzes as JSON. */
@ApplicationScoped
class QuizJson {
    private final ObjectMapper mapper;

    QuizJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** As the API shows it. */
    ObjectNode write(Quiz quiz) {
        var json = JsonNodeFactory.instance.objectNode().put("id", quiz.id.toString());
        json.setAll(document(quiz));
        return json.put("createdAt", quiz.createdAt.toEpochMilli()).put("updatedAt", quiz.updatedAt.toEpochMilli());
    }

    /** As a file carries it to another place: what the host wrote, nothing else. */
    ObjectNode document(Quiz quiz) {
        var json = head(quiz.title, quiz.description, quiz.language);
        json.set("questions", tree(quiz.questions));
        return json;
    }

    ArrayNode write(List<QuizCard> cards) {
        var array = JsonNodeFactory.instance.arrayNode();
        cards.forEach(card -> array.add(write(card)));
        return array;
    }

    /** @throws dev.podium.http.Refusal if the limits have become narrower than the quiz */
    List<Question> questions(Quiz quiz) {
        return QuestionJson.stored(tree(quiz.questions));
    }

    ArrayNode mistakes(Quiz quiz) {
        var array = JsonNodeFactory.instance.arrayNode();
        QuestionJson.mistakes(tree(quiz.questions)).forEach(mistake -> array.add(mistake.toJson()));
        return array;
    }

    private ObjectNode write(QuizCard card) {
        var json = JsonNodeFactory.instance.objectNode().put("id", card.id.toString());
        json.setAll(head(card.title, card.description, card.language));
        json.put("questions", card.size);
        var kinds = new LinkedHashSet<String>();
        tree(card.kinds).forEach(kind -> kinds.add(kind.textValue()));
        kinds.forEach(json.putArray("kinds")::add);
        if (card.size > 0) {
            json.set("first", tree(card.first));
        }
        return json.put("updatedAt", card.updatedAt.toEpochMilli());
    }

    private static ObjectNode head(String title, String description, String language) {
        var json = JsonNodeFactory.instance.objectNode().put("title", title);
        if (description != null) {
            json.put("description", description);
        }
        if (language != null) {
            json.put("language", language);
        }
        return json;
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }
}
