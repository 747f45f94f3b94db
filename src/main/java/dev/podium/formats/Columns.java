package dev.podium.formats;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What each column of a table holds.
 *
 * @param each one for every column, in their order
 */
public record Columns(List<Column> each) {
    /** CORRECT: the right answer itself beside wrong ones, else which of the choices is right. */
    public enum Column {
        QUESTION("questions?( text)?|frage|pregunta|题目|问题|السؤال"),
        TYPE("(question )?type|fragetyp|tipo"),
        CHOICE("((answer|option|choice|antwort|réponse|respuesta|opción|选项) ?)?[a-h]"
                + "|(answer|option|choice|antwort|réponse|respuesta|opción|选项) ?[1-8]"),
        CORRECT("answers?|((correct|right)( (answers?|options?|choices?))?)|(richtige )?antwort|richtig|lösung"
                + "|(bonne )?réponse|respuesta( correcta)?|correcta|答案|正确答案|الإجابة"),
        WRONG("(incorrect|wrong)( (answers?|options?|choices?))? ?\\d?"),
        TIME("time( limit| in seconds| allotted to answer)?|seconds|zeit|temps|tiempo"),
        EXPLANATION("(answer )?explanation|feedback|erklärung|explication|explicación"),
        IMAGE("image( link| url)?"),
        NONE("(?!)");

        private final Pattern head;

        Column(String head) {
            this.head = Pattern.compile(head);
        }

        /** The word as it is sent. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether several columns may hold it. */
        boolean isMany() {
            return this == CHOICE || this == WRONG || this == NONE;
        }
    }

    static final int MOST = 100;
    private static final int LONGEST_HEAD = 300;
    private static final Pattern REMARK = Pattern.compile("\\s*([(\\r\\n]| [-–—] ).*", Pattern.DOTALL);

    public Columns {
        each = List.copyOf(each);
    }

    /**
     * Reads a list of words such as {@code question,choice,choice,correct,none}.
     *
     * @throws Problem.Refusal 422 when it has a word that is none, too many, or no question
     */
    public static Columns parse(String words) {
        var each = new ArrayList<Column>();
        for (var word : words.split(",", MOST + 1)) each.add(column(word.strip()));
        var columns = new Columns(each);
        if (columns.first(Column.QUESTION) < 0) {
            throw Problem.invalid("columns", Code.REQUIRED, "One of the columns has to be the question.")
                    .refusal();
        }
        for (var column : Column.values()) {
            if (!column.isMany() && Collections.frequency(each, column) > 1) {
                throw Problem.invalid("columns", Code.DUPLICATE, "Only one column can be " + column.word() + ".")
                        .refusal();
            }
        }
        return columns;
    }

    private static Column column(String word) {
        return Arrays.stream(Column.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "columns",
                                Code.UNKNOWN,
                                "A column is one of " + words() + ", and there are 100 at most.")
                        .refusal());
    }

    private static String words() {
        return String.join(
                ", ", Arrays.stream(Column.values()).map(Column::word).toList());
    }

    /** What these heads say; empty when they are no heads of questions. */
    static Optional<Columns> of(List<String> heads) {
        var each = new ArrayList<Column>();
        for (var head : heads) {
            var name = name(head);
            each.add(Arrays.stream(Column.values())
                    .filter(it -> it.head.matcher(name).matches() && (it.isMany() || !each.contains(it)))
                    .findFirst()
                    .orElse(Column.NONE));
        }
        var columns = new Columns(each);
        return columns.first(Column.QUESTION) < 0
                        || columns.first(Column.CORRECT) < 0
                                && columns.all(Column.CHOICE).isEmpty()
                ? Optional.empty()
                : Optional.of(columns);
    }

    /** What people mean who write no heads: a question, its right answer, wrong ones. */
    static Columns guessed(int width) {
        return new Columns(IntStream.range(0, Math.min(width, MOST))
                .mapToObj(i -> i == 0 ? Column.QUESTION : i == 1 ? Column.CORRECT : i < 9 ? Column.WRONG : Column.NONE)
                .toList());
    }

    /** Without what is only advice, as in "Answer 3 (Optional)". */
    private static String name(String cell) {
        if (cell.length() > LONGEST_HEAD) return "";
        return REMARK.matcher(cell.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** -1 where no column holds it. */
    int first(Column column) {
        return each.indexOf(column);
    }

    List<Integer> all(Column column) {
        return IntStream.range(0, each.size())
                .filter(i -> each.get(i) == column)
                .boxed()
                .toList();
    }
}
