package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file gave, row by row. One odd row does not fail the others.
 *
 * @param head title, description and language
 */
record ImportReport(QuizDraft head, List<Row> rows) {
    /** @param number counts from 1, as people do */
    sealed interface Row {
        int number();

        record Imported(int number, JsonNode question) implements Row {}

        /** Kept as far as it goes: it has to be finished before it can be played. */
        record Draft(int number, JsonNode question, FieldError reason) implements Row {}

        record Refused(int number, FieldError reason) implements Row {}
    }

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** The quiz of all rows that are kept. */
    QuizDraft draft() {
        var questions = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            switch (row) {
                case Row.Imported(var _, var question) -> questions.add(question);
                case Row.Draft(var _, var question, var _) -> questions.add(question);
                case Row.Refused _ -> {}
            }
        }
        return head.with(questions);
    }

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.http.Code;
    }
}
