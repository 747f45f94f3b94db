package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Questions as Moodle's GIFT has them: paragraphs, with the answers in braces. */
final class Gift {
    private static final Pattern SIGNS = Pattern.compile("(?<!\\\\)\\{\\s*([=~#}]|(T|F|TRUE|FALSE)\\s*[#}])");
    private static final Pattern SAYS_SO = Pattern.compile("\\A//.{0,100}\\bGIFT\\b");
    private static final Pattern MARKUP = Pattern.compile("\\A\\s*\\[(html|markdown|moodle|plain)]");
    private static final Pattern WEIGHT = Pattern.compile("\\A%(-?\\d{1,3}(?:\\.\\d{1,5})?)%");
    private static final Pattern TRUTH = Pattern.compile("(?i)(T|TRUE|F|FALSE)");
    private static final Pattern RANGE = Pattern.compile("(-?[\\d.]{1,340}?)\\.\\.(-?[\\d.]{1,340})");
    private static final Pattern VALUE = Pattern.compile("(-?[\\d.]{1,340})(?::([\\d.]{1,340}))?");
    private static final String CATEGORY = "$CATEGORY:";
    static final String GAP = "____";

    private Gift() {}

    /** Whether a remark at the top says so, whatever its questions look like. */
    static boolean isNamed(String file) {
        return SAYS_SO.matcher(file).find();
    }

    /** @return empty when no remark at the top says so, and no braces hold what GIFT writes there */
    static Optional<Parsed> read(String file) {
        if (!isNamed(file) && !SIGNS.matcher(file).find()) return Optional.empty();
        var rows = new ArrayList<Parsed.Row>();
        var tags = new LinkedHashSet<String>();
        var paragraph = new StringBuilder();
        var start = 0;
        var number = 0;
        for (var line : (Iterable<String>) file.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                end(paragraph, start, rows);
            } else if (line.startsWith(CATEGORY)) {
                Category.names(line.substring(CATEGORY.length())).forEach(tags::add);
            } else if (!line.stripLeading().startsWith("//")) {
                if (paragraph.isEmpty()) start = number;
                paragraph.append(line).append('\n');
            }
        }
        end(paragraph, start, rows);
        return Optional.of(new Parsed("gift", rows, List.copyOf(tags)));
    }

    private static void end(StringBuilder paragraph, int start, List<Parsed.Row> rows) {
        if (!paragraph.isEmpty()) rows.add(row(start, paragraph.toString()));
        paragraph.setLength(0);
    }

    private static Parsed.Row row(int number, String paragraph) {
        var rest = untitled(paragraph.strip());
        var open = find(rest, "{", 0);
        if (open < 0) return formatted(new Parsed.Row(number, Questions.slide(text(rest)), null), rest);
        var close = find(rest, "}", open);
        if (close < 0) {
            return new Parsed.Row(
                    number, null, new FieldError("", Code.INVALID, "The brace of the answers is not closed."));
        }
        var after = rest.substring(close + 1);
        var text = text(rest.substring(0, open) + (after.isBlank() ? "" : GAP + after));
        return formatted(question(number, text, rest.substring(open + 1, close).strip()), rest);
    }

    /** What a question's text is written in holds for its answers. */
    private static Parsed.Row formatted(Parsed.Row row, String written) {
        var markup = MARKUP.matcher(written);
        if (row.question() != null && markup.find() && markup.group(1).equals(Questions.MARKDOWN))
            Questions.markdown(row.question());
        return row;
    }

    private static String untitled(String paragraph) {
        if (!paragraph.startsWith("::")) return paragraph;
        for (var end = find(paragraph, ":", 2); end >= 0; end = find(paragraph, ":", end + 1)) {
            if (paragraph.startsWith("::", end)) return paragraph.substring(end + 2);
        }
        return paragraph;
    }

    private static Parsed.Row question(int number, String text, String body) {
        if (body.isEmpty()) return new Parsed.Row(number, Questions.of("essay", text), null);
        var general = body.indexOf("####");
        var explanation = general < 0 ? "" : text(body.substring(general + 4));
        var answers = general < 0 ? body : body.substring(0, general).strip();
        var mark = find(answers, "#", 0);
        var truth = mark <= 0 ? answers : answers.substring(0, mark).strip();
        if (TRUTH.matcher(truth).matches()) {
            var question =
                    Questions.trueFalse(text, truth.toUpperCase(Locale.ROOT).startsWith("T"));
            var feedback = mark < 0 ? "" : text(answers.substring(mark + 1).replace('#', '\n'));
            return explained(new Parsed.Row(number, question, null), explanation.isEmpty() ? feedback : explanation);
        }
        if (answers.startsWith("#")) return explained(numeric(number, text, answers.substring(1)), explanation);
        var options = options(answers);
        if (options.isEmpty()) {
            return new Parsed.Row(number, null, new FieldError("", Code.INVALID, "No answer begins with = or ~."));
        }
        return explained(keyed(number, text, options), explanation.isEmpty() ? feedback(options) : explanation);
    }

    private static Parsed.Row explained(Parsed.Row row, String explanation) {
        if (!explanation.isEmpty()) row.question().put("explanation", explanation);
        return row;
    }

    private static Parsed.Row keyed(int number, String text, List<Option> options) {
        var texts = options.stream().map(Option::text).toList();
        if (options.stream().allMatch(Option::equal)) {
            return options.stream().allMatch(Option::arrow)
                    ? new Parsed.Row(number, Questions.of("matching", text), null)
                    : typed(number, text, options);
        }
        Set<Integer> right = new TreeSet<>();
        for (var i = 0; i < options.size(); i++) {
            if (options.get(i).right()) right.add(i);
        }
        return new Parsed.Row(number, Questions.choice(text, texts, right), partial(options, "choices"));
    }

    private static Parsed.Row typed(int number, String text, List<Option> options) {
        var right = options.stream().filter(Option::right).map(Option::text).toList();
        var accept = Stars.typed(right);
        var note = accept.size() == right.size()
                ? partial(options, "accept")
                : new FieldError(
                        "accept", Code.NOT_ALLOWED, "An answer with * is left out: patterns are not possible.");
        return new Parsed.Row(number, Questions.typed(text, accept), note);
    }

    private static FieldError partial(List<Option> options, String field) {
        return options.stream().allMatch(it -> it.weight == null || it.weight == 100 || it.weight == 0)
                ? null
                : new FieldError(
                        field, Code.NOT_ALLOWED, "An answer is right or wrong; parts of the points are not kept.");
    }

    /** Of a single right answer as it stands; of several by their names. */
    private static String feedback(List<Option> options) {
        var with = options.stream().filter(it -> !it.feedback.isEmpty()).toList();
        if (with.size() == 1 && with.getFirst().right()) return with.getFirst().feedback;
        return String.join(
                "\n", with.stream().map(it -> it.text + ": " + it.feedback).toList());
    }

    private static Parsed.Row numeric(int number, String text, String body) {
        var options = options(body.startsWith("=") || body.startsWith("~") ? body : "=" + body).stream()
                .filter(Option::right)
                .toList();
        if (options.isEmpty()) return new Parsed.Row(number, Questions.of("number", text), null);
        var first = options.getFirst();
        var note = options.size() == 1
                ? partial(options, "correct")
                : new FieldError("correct", Code.TOO_MANY, "One number can be right; the first is taken.");
        try {
            return new Parsed.Row(number, number(text, first.text.strip()), note);
        } catch (NumberFormatException e) {
            return new Parsed.Row(number, Questions.of("number", text), null);
        }
    }

    /** A range becomes its middle, half of it to either side. */
    private static ObjectNode number(String text, String value) {
        var range = RANGE.matcher(value);
        if (range.matches()) {
            var low = new BigDecimal(range.group(1));
            var half = new BigDecimal(range.group(2)).subtract(low).divide(BigDecimal.TWO);
            return Questions.number(text, low.add(half).doubleValue(), half.doubleValue());
        }
        var plain = VALUE.matcher(value);
        if (!plain.matches()) throw new NumberFormatException(value);
        var tolerance = plain.group(2) == null ? BigDecimal.ZERO : new BigDecimal(plain.group(2));
        return Questions.number(text, new BigDecimal(plain.group(1)).doubleValue(), tolerance.doubleValue());
    }

    /**
     * @param weight in hundredths of the points; null where none is written
     * @param arrow whether it stands there as it is, as between the halves of a pair
     */
    private record Option(boolean equal, Double weight, String text, String feedback, boolean arrow) {
        boolean right() {
            return weight == null ? equal : weight > 0;
        }
    }

    private static List<Option> options(String body) {
        var options = new ArrayList<Option>();
        for (var at = next(body, 0); at >= 0; ) {
            var end = next(body, at + 1);
            options.add(option(
                    body.charAt(at) == '=',
                    body.substring(at + 1, end < 0 ? body.length() : end).strip()));
            at = end;
        }
        return options;
    }

    private static Option option(boolean equal, String written) {
        var weight = WEIGHT.matcher(written);
        var weighted = weight.find();
        var rest = weighted ? written.substring(weight.end()) : written;
        var mark = find(rest, "#", 0);
        var text = mark < 0 ? rest : rest.substring(0, mark);
        return new Option(
                equal,
                weighted ? Double.valueOf(weight.group(1)) : null,
                text(text),
                mark < 0 ? "" : text(rest.substring(mark + 1)),
                text.contains("->"));
    }

    private static int next(String body, int from) {
        return find(body, "=~", from);
    }

    /** Where one of the characters stands without a backslash before it; -1 where none does. */
    private static int find(String text, String wanted, int from) {
        for (var i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') i++;
            else if (wanted.indexOf(text.charAt(i)) >= 0) return i;
        }
        return -1;
    }

    private static String text(String written) {
        var markup = MARKUP.matcher(written);
        var found = markup.find();
        var plain = unescaped(found ? written.substring(markup.end()) : written);
        return found && markup.group(1).equals("html") ? Html.text(plain) : plain;
    }

    private static String unescaped(String written) {
        var text = new StringBuilder();
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            var escaped = c == '\\' && i + 1 < written.length() ? written.charAt(i + 1) : 0;
            if (escaped == 'n') {
                text.append('\n');
                i++;
            } else if (escaped != 0 && "~=#{}:\\".indexOf(escaped) >= 0) {
                text.append(escaped);
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
