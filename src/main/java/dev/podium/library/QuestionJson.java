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
 * Questions as JSON, in two dialects of one language: what hosts write, without ids; and frozen plans, whose ids and shuffled
 * orders are kept. Writing and reading a plan again gives an equal one.
 */
public final class QuestionJson {
    private QuestionJson() {}

    /**
     * Reads the questions of a plan that {@link #write(List)} wrote.
     *
     * @throws dev.podium.http.Refusal if it is none
     */
    public static List<Question> frozen(JsonNode questions) {
        return questions(questions, QuestionReader.FROZEN);
    }

    /** The same for a quiz of the library, in which nothing may be a draft any more. */
    static List<Question> stored(JsonNode questions) {
        return questions(questions, QuestionReader.HOSTS);
    }

    /** What {@link #stored} refuses. */
    static List<FieldError> mistakes(JsonNode questions) {
        var form = form(questions);
        questions(form, QuestionReader.HOSTS);
        return form.errors();
    }

    private static List<Question> questions(JsonNode questions, QuestionReader reader) {
        var form = form(questions);
        var read = questions(form, reader);
        form.check();
        return read;
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

    private static List<Question> questions(Form quiz, QuestionReader reader) {
        var forms = quiz.forms("questions", 0, Limits.QUESTIONS);
        var read = forms.stream().map(reader::read).toList();
        return quiz.hasErrors() ? List.of() : read;
    }
}
