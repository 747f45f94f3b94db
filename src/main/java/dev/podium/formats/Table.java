package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.formats.Columns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table whose columns say by their heads what they hold: templates of Kahoot, Blooket, Gimkit and Wayground, and others like them. */
final class Table {
    /** How far down a head may stand: templates begin with a title and advice. */
    private static final int HEAD_WITHIN = 20;

    /** Longer than eight choices with what stands between them. */
    static final int LONGEST_KEY = 2_000;

    private static final int TOP = 12;
    private static final int TOP_CELL = 80;
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|]\\s*");
    private static final String PLAIN = "table";

    private final Columns columns;
    private final String format;

    private Table(Columns columns, String format) {
        this.columns = columns;
        this.format = format;
    }

    /** @return empty when no line is a head that is known */
    static Optional<Parsed> read(Sheet sheet) {
        var head = head(sheet);
        if (head < 0) return Optional.empty();
        var lines = sheet.lines();
        var columns = Columns.of(lines.get(head).cells()).orElseThrow();
        var table = new Table(columns, format(lines.subList(0, head + 1)));
        var below = lines.subList(head + 1, lines.size());
        var first = below.isEmpty()
                ? lines.get(head).number() + 1
                : below.getFirst().number();
        return Optional.of(table.parsed(sheet, below, first, false));
    }

    /** Whether a line is a head that is known. */
    static boolean isKnown(Sheet sheet) {
        return head(sheet) >= 0;
    }

    private static int head(Sheet sheet) {
        return IntStream.range(0, Math.min(sheet.lines().size(), HEAD_WITHIN))
                .filter(i -> Columns.of(sheet.lines().get(i).cells()).isPresent())
                .findFirst()
                .orElse(-1);
    }

    /** As somebody says who has looked at it. */
    static Parsed read(Sheet sheet, Columns columns, int first) {
        var below =
                sheet.lines().stream().filter(line -> line.number() >= first).toList();
        return new Table(columns, PLAIN).parsed(sheet, below, first, false);
    }

    /** As a table without heads may be meant; empty when it has one column only. */
    static Optional<Parsed> guess(Sheet sheet) {
        var lines = sheet.lines().stream().filter(line -> !line.isBlank()).toList();
        var width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        var several = lines.stream().filter(line -> line.cells().size() > 1).count();
        if (width < 2 || several * 2 < lines.size()) return Optional.empty();
        var first = lines.getFirst().number();
        return Optional.of(new Table(Columns.guessed(width), PLAIN).parsed(sheet, lines, first, true));
    }

    private Parsed parsed(Sheet sheet, List<Sheet.Line> below, int first, boolean guessed) {
        var top = new ArrayList<Parsed.Top>();
        var begin = below.isEmpty() ? 0 : Math.max(0, sheet.lines().indexOf(below.getFirst()) - 2);
        for (var line : sheet.lines().subList(begin, sheet.lines().size())) {
            if (top.size() == TOP) break;
            if (!line.isBlank())
                top.add(new Parsed.Top(
                        line.number(), line.cells().stream().map(Table::cut).toList()));
        }
        return new Parsed(format, rows(below), new Parsed.Grid(columns, first, guessed, top), List.of());
    }

    private static String cut(String cell) {
        return cell.codePointCount(0, cell.length()) <= TOP_CELL
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, TOP_CELL));
    }

    /** Whether a text begins as such a table does, however it is separated. */
    static boolean beginsAsOne(String text) {
        return text.lines()
                .limit(HEAD_WITHIN)
                .anyMatch(line -> Columns.of(List.of(line.replace("\"", "").split("[,;|\\t]", Columns.MOST)))
                        .isPresent());
    }

    private static String format(List<Sheet.Line> top) {
        var words = top.toString().toLowerCase(Locale.ROOT);
        if (words.contains("blooket")) return "blooket";
        if (words.contains("gimkit")) return "gimkit";
        if (words.contains("max 75 characters")) return "kahoot";
        return words.contains("question type") && words.contains("option 1") ? "wayground" : PLAIN;
    }

    private List<Parsed.Row> rows(List<Sheet.Line> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !isAdvice(line))
                .map(this::row)
                .toList();
    }

    /** Wayground explains its columns in the line below their heads. */
    private boolean isAdvice(Sheet.Line line) {
        return format.equals("wayground") && cell(line, Column.QUESTION).endsWith("(required)");
    }

    private Parsed.Row row(Sheet.Line line) {
        var question = question(line);
        var explanation = cell(line, Column.EXPLANATION);
        if (!explanation.isEmpty()) question.put("explanation", explanation);
        var image = cell(line, Column.IMAGE);
        if (!image.isEmpty()) question.putObject("media").put("kind", "image").put("url", image);
        if (columns.first(Column.TIME) < 0) return new Parsed.Row(line.number(), question, null);
        var time = Seconds.read(cell(line, Column.TIME));
        return new Parsed.Row(line.number(), time.into(question), time.note());
    }

    private String cell(Sheet.Line line, Column column) {
        return line.cell(columns.first(column));
    }

    private List<String> cells(Sheet.Line line, Column column) {
        return columns.all(column).stream().map(line::cell).toList();
    }

    private ObjectNode question(Sheet.Line line) {
        var text = cell(line, Column.QUESTION);
        var type = cell(line, Column.TYPE).toLowerCase(Locale.ROOT);
        var choices = cells(line, Column.CHOICE);
        return switch (type) {
            case "", "multiple choice", "multiple-choice", "checkbox", "choice" -> keyed(line, text, choices);
            case "fill-in-the-blank", "fill in the blank", "text" -> Questions.typed(text, accepted(line, choices));
            case "poll" -> Questions.poll(text, filled(choices));
            default -> Questions.of(type.replaceAll("[^\\p{L}\\p{N}]+", "-"), text);
        };
    }

    private ObjectNode keyed(Sheet.Line line, String text, List<String> choices) {
        var correct = cell(line, Column.CORRECT);
        var wrong = filled(cells(line, Column.WRONG));
        if (!wrong.isEmpty()) return Questions.amongWrong(text, correct, wrong);
        if (columns.all(Column.CHOICE).isEmpty()) return Questions.typed(text, accepted(line, choices));
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
        return accepted.isEmpty() ? filled(List.of(cell(line, Column.CORRECT))) : accepted;
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** Which columns a key means; none where it can be read in two ways, or in none. */
    private Set<Integer> right(String key, List<String> choices) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) return Set.of();
        var named = named(key, choices);
        var counted = counted(key, choices);
        if (named.isEmpty() || named.equals(counted)) return counted;
        if (counted.isEmpty()) return named;
        return format.equals(PLAIN) ? Set.of() : counted;
    }

    /** The choice itself, or several between commas. */
    private static Set<Integer> named(String key, List<String> choices) {
        if (choices.contains(key)) return Set.of(choices.indexOf(key));
        var right = new TreeSet<Integer>();
        for (var part : BETWEEN.split(key)) right.add(choices.indexOf(part));
        return right.contains(-1) ? Set.of() : right;
    }

    /** Numbers from 1, or letters from A. */
    private static Set<Integer> counted(String key, List<String> choices) {
        var right = new TreeSet<Integer>();
        for (var part : BETWEEN.split(key)) {
            var index = part.matches("\\d{1,2}") ? Integer.parseInt(part) - 1 : letter(part);
            if (index < 0 || index >= choices.size() || choices.get(index).isEmpty()) return Set.of();
            right.add(index);
        }
        return right;
    }

    private static int letter(String part) {
        return part.matches("[A-Ha-h]") ? Character.toUpperCase(part.charAt(0)) - 'A' : -1;
    }
}
