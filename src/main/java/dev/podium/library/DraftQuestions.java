package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Question;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import dev.podium.http.Texts;
import java.util.Optional;

/**
 * Questions as a quiz stores them: as {@link QuestionWriter} writes them or, where one says {@code "draft":true} and is not
 * finished, as it was sent. Whoever reads the quiz to play it finds the mistakes again.
 */
final class DraftQuestions {
    /** Characters of one draft's JSON: every field full and escaped, and nothing besides. */
    static final int MAX_LENGTH = 32_768;

    private static final String DRAFT = "draft";

    private DraftQuestions() {}

    /** Reads the field {@code questions}. Mistakes in what is no draft are written down in the form. */
    static ArrayNode read(Form quiz) {
        var stored = JsonNodeFactory.instance.arrayNode();
        var forms = quiz.forms("questions", 0, Limits.QUESTIONS);
        for (var i = 0; i < forms.size(); i++) {
            var sent = quiz.raw("questions").get(i);
            if (sent.path(DRAFT).asBoolean()) {
                draft(sent).ifPresentOrElse(stored::add, notKept(quiz, "questions[" + i + "]"));
            } else {
                stored.add(written(QuestionReader.read(forms.get(i)), quiz));
            }
        }
        return stored;
    }

    /** The question finished if it is, else as it was sent; empty when it is more than is kept. */
    static Optional<JsonNode> draft(JsonNode sent) {
        var form = Form.of(sent);
        var question = QuestionReader.read(form);
        if (!form.hasErrors()) {
            return Optional.of(QuestionWriter.write(question));
        }
        var kept = ((ObjectNode) sent.deepCopy()).put(DRAFT, true);
        return kept.toString().length() <= MAX_LENGTH && storable(kept) ? Optional.of(kept) : Optional.empty();
    }

    static FieldError tooMuch(String field) {
        return new FieldError(
                field, Code.NOT_ALLOWED, "This cannot be kept: it is too long, or has characters that are none.");
    }

    private static Runnable notKept(Form quiz, String field) {
        var reason = tooMuch(field);
        return () -> quiz.error(field, reason.code(), reason.message());
    }

    /** A form with mistakes has placeholders, which cannot all be written. */
    private static JsonNode written(Question question, Form quiz) {
        return quiz.hasErrors() ? JsonNodeFactory.instance.nullNode() : QuestionWriter.write(question);
    }

    private static boolean storable(JsonNode node) {
        if (node.isTextual()) {
            return Texts.storable(node.textValue());
        }
        return node.propertyStream().allMatch(field -> Texts.storable(field.getKey()))
                && node.valueStream().allMatch(DraftQuestions::storable);
    }
}
