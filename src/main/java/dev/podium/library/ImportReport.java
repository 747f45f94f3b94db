package dev.podium.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Question;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file gave, row by row. One odd row does not fail the others.
 *
 * @param head title, description and language
 */
record ImportReport(QuizDraft head, List<Row> rows) {
    /** @param number counts from 1, as people do */
    sealed interface Row {
        int number();

        record Imported(int number, Question question) implements Row {}

        record Refused(int number, FieldError reason) implements Row {}
    }

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** The quiz of the rows that could be read. */
    QuizDraft draft() {
        var questions = new ArrayList<Question>();
        for (var row : rows) {
            if (row instanceof Row.Imported(var number, var question)) {
                questions.add(question);
            }
        }
        return head.with(questions);
    }

    ObjectNode write(Quiz quiz) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("quiz").put("id", quiz.id.toString()).put("title", quiz.title);
        var array = json.putArray("rows");
        for (var row : rows) {
            var object = array.addObject().put("row", row.number());
            switch (row) {
                case Row.Imported imported -> object.put("status", "imported");
                case Row.Refused(var number, var reason) ->
                    object.put("status", "refused")
                            .put("field", reason.field())
                            .put("code", reason.code().wireName())
                            .put("message", reason.message());
            }
        }
        return json;
    }
}
