package dev.podium.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions as the library's JSON has them; nothing here is judged. */
final class Questions {
    /** Beyond it a double no longer tells neighbouring whole numbers apart. */
    private static final double MOST = 9_007_199_254_740_991.0;

    /** The format of texts, by the name that Moodle has for it too. */
    static final String MARKDOWN = "markdown";

    private Questions() {}

    static void markdown(ObjectNode question) {
        question.put("format", MARKDOWN);
    }

    static ObjectNode of(String kind, String text) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("text", text.strip());
    }

    static ObjectNode slide(String text) {
        return of("slide", text).put("points", 0);
    }

    /** @param right indices from 0 */
    static ObjectNode choice(String text, List<String> choices, Set<Integer> right) {
        var question = of("choice", text);
        var array = question.putArray("choices");
        for (var i = 0; i < choices.size(); i++) {
            array.addObject().put("text", choices.get(i).strip()).put("correct", right.contains(i));
        }
        return question;
    }

    /** In the order of the alphabet, so that the right answer's place tells nothing. */
    static ObjectNode amongWrong(String text, String correct, List<String> wrong) {
        var choices = new ArrayList<>(wrong);
        if (!correct.isBlank()) choices.add(correct);
        choices.sort(String.CASE_INSENSITIVE_ORDER);
        return choice(text, choices, Set.of(choices.indexOf(correct)));
    }

    static ObjectNode poll(String text, List<String> choices) {
        var question = of("poll", text).put("points", 0);
        var array = question.putArray("choices");
        choices.forEach(it -> array.addObject().put("text", it.strip()));
        return question;
    }

    static ObjectNode trueFalse(String text, boolean correct) {
        return of("true-false", text).put("correct", correct);
    }

    static ObjectNode typed(String text, List<String> accept) {
        var question = of("text", text);
        var array = question.putArray("accept");
        accept.forEach(it -> array.add(it.strip()));
        return question;
    }

    /** A number needs a slider: from 0, or as far below, to twice what is right. */
    static ObjectNode number(String text, double correct, double tolerance) {
        var reach = Math.clamp(Math.max(Math.abs(correct), tolerance) * 2, 10, MOST);
        return of("number", text)
                .put("correct", correct)
                .put("tolerance", tolerance)
                .put("min", correct - tolerance < 0 ? -reach : 0)
                .put("max", reach)
                .put("step", step(correct, tolerance));
    }

    /** As fine as what is right is written, so that it can be reached. */
    private static double step(double correct, double tolerance) {
        var step = 1.0;
        for (var i = 0; i < 6 && (!whole(correct / step) || !whole(tolerance / step)); i++) step /= 10;
        return step;
    }

    private static boolean whole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }
}
