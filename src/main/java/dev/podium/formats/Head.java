package dev.podium.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which column of a table holds what; -1 where none does.
 *
 * @param correct the right answer itself beside wrong ones, else which of the choices is right
 */
record Head(
        int question,
        int type,
        List<Integer> choices,
        int correct,
        List<Integer> wrong,
        int time,
        int explanation,
        int image) {
    private static final Pattern REMARK = Pattern.compile("\\s*([(\\r\\n]| [-–—] ).*", Pattern.DOTALL);
    private static final String QUESTION = "questions?( text)?";
    private static final String TYPE = "(question )?type";
    private static final String CHOICE = "((answer|option|choice) ?)?[a-h]|(answer|option|choice) ?[1-8]";
    private static final String CORRECT = "answers?|((correct|right)( (answers?|options?|choices?))?)";
    private static final String WRONG = "(incorrect|wrong)( (answers?|options?|choices?))? ?\\d?";
    private static final String TIME = "time( limit| in seconds)?|seconds";
    private static final String EXPLANATION = "(answer )?explanation|feedback";
    private static final String IMAGE = "image( link| url)?";

    /** @return empty when these are no heads of questions */
    static Optional<Head> of(List<String> cells) {
        var names = cells.stream().map(Head::name).toList();
        var head = new Head(
                first(names, QUESTION),
                first(names, TYPE),
                all(names, CHOICE),
                first(names, CORRECT),
                all(names, WRONG),
                first(names, TIME),
                first(names, EXPLANATION),
                first(names, IMAGE));
        return head.question < 0 || head.correct < 0 && head.choices.isEmpty() ? Optional.empty() : Optional.of(head);
    }

    /** Without what is only advice, as in "Answer 3 (Optional)". */
    private static String name(String cell) {
        return REMARK.matcher(cell.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static int first(List<String> names, String pattern) {
        var all = all(names, pattern);
        return all.isEmpty() ? -1 : all.getFirst();
    }

    private static List<Integer> all(List<String> names, String pattern) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).matches(pattern)) found.add(i);
        }
        return found;
    }
}
