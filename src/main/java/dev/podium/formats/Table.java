package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A table whose columns say by their heads what they hold: templates of Kahoot, Blooket, Gimkit and Wayground, and others like them. */
final class Table {
    /** How far down a head may stand: templates begin with a title and advice. */
    private static final int HEAD_WITHIN = 20;

    private static final int MIN_SECONDS = 5;
    private static final int MAX_SECONDS = 300;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})(\\.0+)?\\s*(s|sec|secs|seconds)?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|]\\s*");

    private final Head head;
    private final String format;

    private Table(Head head, String format) {
        this.head = head;
        this.format = format;
    }

    /** @return empty when no line is a head that is known */
    static Optional<Parsed> read(Sheet sheet) {
        var lines = sheet.lines();
        for (var i = 0; i < Math.min(lines.size(), HEAD_WITHIN); i++) {
            var head = Head.of(lines.get(i).cells());
            if (head.isPresent()) {
                var table = new Table(head.get(), format(lines.subList(0, i + 1)));
                return Optional.of(new Parsed(table.format, table.rows(lines.subList(i + 1, lines.size()))));
            }
        }
        return Optional.empty();
    }

    /** Whether a text begins as such a table does, however it is separated. */
    static boolean beginsAsOne(String text) {
        return text.lines()
                .limit(HEAD_WITHIN)
                .anyMatch(line -> Head.of(List.of(line.split("[,;\\t]"))).isPresent());
    }

    private static String format(List<Sheet.Line> top) {
        var words = top.toString().toLowerCase(Locale.ROOT);
        if (words.contains("blooket")) return "blooket";
        if (words.contains("gimkit")) return "gimkit";
        if (words.contains("max 75 characters")) return "kahoot";
        return words.contains("question type") && words.contains("option 1") ? "wayground" : "table";
    }

    private List<Parsed.Row> rows(List<Sheet.Line> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !isAdvice(line))
                .map(this::row)
                .toList();
    }

    /** Wayground explains its columns in the line below their heads. */
    private boolean isAdvice(Sheet.Line line) {
        return format.equals("wayground") && line.cell(head.question()).endsWith("(required)");
    }

    private Parsed.Row row(Sheet.Line line) {
        var question = question(line);
        var explanation = line.cell(head.explanation());
        if (!explanation.isEmpty()) question.put("explanation", explanation);
        var image = line.cell(head.image());
        if (!image.isEmpty()) question.putObject("media").put("kind", "image").put("url", image);
        return new Parsed.Row(line.number(), question, time(line.cell(head.time()), question));
    }

    private ObjectNode question(Sheet.Line line) {
        var text = line.cell(head.question());
        var type = line.cell(head.type()).toLowerCase(Locale.ROOT);
        var choices = head.choices().stream().map(line::cell).toList();
        return switch (type) {
            case "", "multiple choice", "multiple-choice", "checkbox", "choice" -> keyed(line, text, choices);
            case "fill-in-the-blank", "fill in the blank", "text" -> Questions.typed(text, accepted(line, choices));
            case "poll" -> Questions.poll(text, filled(choices));
            default -> Questions.of(type.replaceAll("[^\\p{L}\\p{N}]+", "-"), text);
        };
    }

    private ObjectNode keyed(Sheet.Line line, String text, List<String> choices) {
        var correct = line.cell(head.correct());
        var wrong = filled(head.wrong().stream().map(line::cell).toList());
        if (!wrong.isEmpty()) return Questions.amongWrong(text, correct, wrong);
        if (head.choices().isEmpty()) return Questions.typed(text, accepted(line, choices));
        var right = new TreeSet<Integer>();
        for (var index : right(correct, choices)) {
            right.add((int) choices.subList(0, index).stream()
                    .filter(it -> !it.isEmpty())
                    .count());
        }
        return Questions.choice(text, filled(choices), right);
    }

    private List<String> accepted(Sheet.Line line, List<String> choices) {
        var accepted = filled(choices);
        return accepted.isEmpty() ? filled(List.of(line.cell(head.correct()))) : accepted;
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** Which columns a key means; none where it can be read in two ways, or in none. */
    private Set<Integer> right(String key, List<String> choices) {
        var named = choices.indexOf(key);
        var right = new TreeSet<Integer>();
        for (var part : BETWEEN.split(key)) right.add(index(part, choices));
        var counted = right.stream()
                .allMatch(i -> i >= 0 && i < choices.size() && !choices.get(i).isEmpty());
        if (key.isEmpty() || named < 0 && !counted) return Set.of();
        if (named < 0) return right;
        if (!counted || right.equals(Set.of(named))) return Set.of(named);
        return format.equals("table") ? Set.of() : right;
    }

    /** A number from 1, a letter from A, or the choice itself. */
    private static int index(String part, List<String> choices) {
        if (part.matches("\\d{1,2}")) return Integer.parseInt(part) - 1;
        if (part.matches("[A-Ha-h]")) return Character.toUpperCase(part.charAt(0)) - 'A';
        return choices.indexOf(part);
    }

    /** @return what had to be changed; nullable */
    private FieldError time(String cell, ObjectNode question) {
        if (head.time() < 0) return null;
        if (cell.isEmpty()) return note(Code.REQUIRED, "There is no time limit; the default is taken.");
        var seconds = SECONDS.matcher(cell.toLowerCase(Locale.ROOT));
        if (!seconds.matches()) return note(Code.NOT_A_NUMBER, "This is no time in seconds; the default is taken.");
        var asked = Integer.parseInt(seconds.group(1));
        var taken = Math.clamp(asked, MIN_SECONDS, MAX_SECONDS);
        question.put("timeLimitMs", taken * 1_000);
        return asked == taken
                ? null
                : note(Code.OUT_OF_RANGE, "From 5 to 300 seconds are possible; the nearest is taken.");
    }

    private static FieldError note(Code code, String message) {
        return new FieldError("timeLimitMs", code, message);
    }
}
