package dev.podium.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.Form;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a host wrote, checked.
 *
 * @param description nullable
 * @param language a BCP 47 tag; nullable
 * @param tags for a quiz that is new; those of one that is there are the catalogue's to change
 * @param questions as they are stored, see {@link DraftQuestions}: a JSON list
 */
record QuizDraft(String title, String description, String language, String questions, List<String> tags) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Mistakes are written down in the form; with any, the draft is not to be used. */
    static QuizDraft read(Form form) {
        return head(form).with(DraftQuestions.read(form));
    }

    /** Everything but the questions. */
    static QuizDraft head(Form form) {
        var title =
                SPACES.matcher(form.text("title", Limits.TITLE)).replaceAll(" ").strip();
        var description = form.optionalText("description", Limits.DESCRIPTION);
        var language = form.optionalText("language", Limits.LANGUAGE);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            form.error("language", Code.INVALID, "A language tag such as en or pt-BR is expected.");
        }
        spreadFormat(form);
        return new QuizDraft(title, description, language, "[]", List.of());
    }

    /** A quiz may say once what its questions are written in. Each keeps it, so that one that is copied elsewhere stays what it is. */
    private static void spreadFormat(Form quiz) {
        if (!quiz.has("format") || quiz.word("format", QuestionReader.FORMATS) == null || !quiz.has("questions"))
            return;
        for (var question : quiz.raw("questions"))
            if (question instanceof ObjectNode object && !object.hasNonNull("format"))
                object.set("format", quiz.raw("format"));
    }

    QuizDraft tagged(List<String> these) {
        return new QuizDraft(title, description, language, questions, these);
    }

    QuizDraft with(ArrayNode these) {
        return new QuizDraft(title, description, language, these.toString(), tags);
    }
}
