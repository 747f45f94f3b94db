package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Question;
import dev.podium.http.Form;
import java.util.List;

/**
 * Questions as JSON, in two dialects of one language: what hosts write, without ids and within limits; and frozen plans, whose
 * ids and shuffled orders are kept. Writing and reading a plan again gives an equal one.
 */
public final class QuestionJson {
    private QuestionJson() {}

    /**
     * Reads the field {@code questions} of a quiz that a host wrote. Ids in it mean nothing and are dropped. Mistakes are
     * written down in the form; with any, the result is not to be used.
     */
    public static List<Question> read(Form quiz) {
        var forms = quiz.forms("questions", 0, Limits.QUESTIONS);
        var read = forms.stream().map(QuestionReader::read).toList();
        return quiz.hasErrors() ? List.of() : read;
    }

    /**
     * Reads the questions of a plan that {@link #write(List)} wrote, whatever the limits are by now.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static List<Question> frozen(JsonNode questions) {
        return PlanReader.questions(questions);
    }

    /** Reads a quiz of the library by the limits for hosts: it may be written again before it is played. */
    static List<Question> stored(JsonNode questions) {
        var form = Form.of(JsonNodeFactory.instance.objectNode().set("questions", questions));
        var read = read(form);
        form.check();
        return read;
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
