package dev.podium.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions as Moodle's Aiken has them: a line, lettered choices, and the letter of the right one. */
final class Aiken {
    private static final Pattern CHOICE = Pattern.compile("\\s*([A-Za-z])[.)]\\s+(.*)");
    private static final Pattern ANSWER =
            Pattern.compile("\\s*ANSWER\\s*:\\s*([A-Za-z])\\s*", Pattern.CASE_INSENSITIVE);

    private final List<Parsed.Row> rows = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();
    private int start;

    private Aiken() {}

    /** @return empty when no line names an answer */
    static Optional<Parsed> read(String file) {
        var lines = file.lines().toList();
        if (lines.stream().noneMatch(line -> ANSWER.matcher(line).matches())) return Optional.empty();
        if (lines.stream().noneMatch(line -> CHOICE.matcher(line).matches())) return Optional.empty();
        var aiken = new Aiken();
        for (var i = 0; i < lines.size(); i++) aiken.take(i + 1, lines.get(i));
        aiken.end(Set.of());
        return Optional.of(new Parsed("aiken", aiken.rows));
    }

    private void take(int number, String line) {
        var answer = ANSWER.matcher(line);
        var choice = CHOICE.matcher(line);
        if (answer.matches()) {
            end(Set.of(Character.toUpperCase(answer.group(1).charAt(0)) - 'A'));
        } else if (choice.matches() && !text.isEmpty()) {
            choices.add(choice.group(2));
        } else if (!line.isBlank()) {
            if (!choices.isEmpty()) end(Set.of());
            if (text.isEmpty()) start = number;
            text.add(line.strip());
        }
    }

    private void end(Set<Integer> right) {
        if (!text.isEmpty())
            rows.add(new Parsed.Row(start, Questions.choice(String.join("\n", text), choices, right), null));
        text.clear();
        choices.clear();
    }
}
