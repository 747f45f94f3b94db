package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The report of a game of Kahoot: its last sheet has a row for each answer of each player, and in it the question. */
final class KahootReport {
    static final String SHEET = "RawReportData Data";

    private static final Pattern CHOICE = Pattern.compile("answer \\d{1,2}");

    private final List<String> heads;
    private final Map<String, Sheet.Line> questions = new LinkedHashMap<>();

    private KahootReport(List<String> heads) {
        this.heads = heads;
    }

    /** @return empty when the workbook is no such report */
    static Optional<Parsed> read(byte[] workbook) {
        var reports = new ArrayList<KahootReport>(1);
        Sheet.each(workbook, SHEET::equals, (_, line) -> {
            if (reports.isEmpty()) reports.add(new KahootReport(heads(line)));
            else reports.getFirst().take(line);
        });
        return reports.stream()
                .filter(report -> report.heads.contains("question"))
                .findFirst()
                .map(KahootReport::parsed);
    }

    private static List<String> heads(Sheet.Line line) {
        return line.cells().stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The first player's row says what a question is; the others' say it again. */
    private void take(Sheet.Line line) {
        var number = cell(line, "question number");
        var key = number.isEmpty() ? cell(line, "question") : number;
        if (!key.isEmpty() && questions.size() < Sheet.MAX_LINES) questions.putIfAbsent(key, line);
    }

    private Parsed parsed() {
        return new Parsed(
                "kahoot-report", questions.values().stream().map(this::row).toList());
    }

    private Parsed.Row row(Sheet.Line line) {
        var text = cell(line, "question");
        var choices = new ArrayList<String>();
        for (var i = 0; i < heads.size(); i++) {
            var choice = CHOICE.matcher(heads.get(i)).matches() ? Html.text(line.cell(i)) : "";
            if (!choice.isEmpty()) choices.add(choice);
        }
        var key = cell(line, "correct answers");
        var right = right(key, choices);
        var time = Seconds.read(cell(line, "time allotted to answer (seconds)"));
        if (key.isEmpty() && !choices.isEmpty()) {
            var note =
                    new FieldError("kind", Code.NO_CORRECT, "No answer is right in the report: it is taken as a poll.");
            return new Parsed.Row(line.number(), time.into(Questions.poll(text, choices)), note);
        }
        return new Parsed.Row(line.number(), time.into(question(text, key, choices, right)), time.note());
    }

    private static ObjectNode question(String text, String key, List<String> choices, TreeSet<Integer> right) {
        if (choices.isEmpty())
            return key.isEmpty() ? Questions.of("open-ended", text) : Questions.typed(text, List.of(key));
        return right.size() == choices.size() ? Questions.typed(text, choices) : Questions.choice(text, choices, right);
    }

    /** The right answers stand one after the other, between commas, which may be in an answer as well. */
    private static TreeSet<Integer> right(String key, List<String> choices) {
        var right = new TreeSet<Integer>();
        if (key.length() > Table.LONGEST_KEY) return right;
        for (var rest = key; !rest.isEmpty(); ) {
            var longest = -1;
            for (var i = 0; i < choices.size(); i++) {
                var choice = choices.get(i);
                var ends = rest.equals(choice) || rest.startsWith(choice + ",");
                if (ends
                        && (longest < 0
                                || choice.length() > choices.get(longest).length())) longest = i;
            }
            if (longest < 0) return new TreeSet<>();
            right.add(longest);
            var after = rest.substring(choices.get(longest).length());
            rest = after.isEmpty() ? after : after.substring(1).strip();
        }
        return right;
    }

    private String cell(Sheet.Line line, String head) {
        return Html.text(line.cell(heads.indexOf(head)));
    }
}
