package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Question;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import java.util.List;

/**
 * Questions as JSON, in two dialects of one language: what hosts write, without ids and within limits; and frozen plans, whose
 * ids and shuffled orders are kept. Writing and reading a plan again gives an equal one.
 */
public final class QuestionJson {
    private QuestionJson() {}

    /**
     * Reads the questions of a plan that {@link #write(List)} wrote, whatever the limits are by now.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static List<Question> frozen(JsonNode questions) {
        return PlanReader.questions(questions);
    }

    /** Reads a quiz of the library by the limits for hosts, in which nothing may be a draft any more. */
    static List<Question> stored(JsonNode questions) {
        var form = form(questions);
        var read = read(form);
        form.check();
        return read;
    }

    /** What {@link #stored} refuses. */
    static List<FieldError> mistakes(JsonNode questions) {
        var form = form(questions);
        read(form);
        return form.errors();
    }

    private static List<Question> read(Form quiz) {
        var forms = quiz.forms("questions", 0, Limits.QUESTIONS);
        var read = forms.stream().map(QuestionReader::read).toList();
        return quiz.hasErrors() ? List.of() : read;
    }

    private static Form form(JsonNode questions) {
        return Form.of(JsonNodeFactory.instance.objectNode().set("questions", questions));
    }

    /** Ids are written where there are any, so that a library's quiz has none. */
    public static ArrayNode write(List<Question> questions) {
        var array = JsonNodeFactory.instance.arrayNode();
        questions.forEach(question -> array.add(write(question)));
        return array;
    }

    public static ObjectNode write(Question question) {
        return QuestionWriter.write(question);
    }
}
