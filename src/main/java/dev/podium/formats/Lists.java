package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Questions as people type them: a line, then its answers, the right ones with a star; an empty line between two questions. */
final class Lists {
    private static final Pattern STAR = Pattern.compile("\\s*\\*\\s*(?=\\S).*");
    private static final Pattern NUMBER = Pattern.compile("\\A\\s*(?:#+\\s+|\\d{1,3}[.)]\\s+)");
    private static final Pattern BULLET = Pattern.compile("\\A\\s*(?:[-•–]\\s+|[A-Ha-h][.)]\\s+)?");

    private Lists() {}

    /** @return empty when no line below another has a star */
    static Optional<Parsed> read(String file) {
        var rows = new ArrayList<Parsed.Row>();
        var paragraph = new ArrayList<String>();
        var starred = false;
        var start = 0;
        var number = 0;
        for (var line : (Iterable<String>) file.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                end(start, paragraph, rows);
            } else {
                if (paragraph.isEmpty()) start = number;
                else starred |= STAR.matcher(line).matches();
                paragraph.add(line);
            }
        }
        end(start, paragraph, rows);
        return starred ? Optional.of(new Parsed("list", rows)) : Optional.empty();
    }

    private static void end(int start, List<String> paragraph, List<Parsed.Row> rows) {
        if (!paragraph.isEmpty()) rows.add(new Parsed.Row(start, question(paragraph), null));
        paragraph.clear();
    }

    private static ObjectNode question(List<String> paragraph) {
        var text = NUMBER.matcher(paragraph.getFirst()).replaceFirst("");
        var choices = new ArrayList<String>();
        Set<Integer> right = new TreeSet<>();
        for (var line : paragraph.subList(1, paragraph.size())) {
            if (STAR.matcher(line).matches()) right.add(choices.size());
            var bare = STAR.matcher(line).matches() ? line.substring(line.indexOf('*') + 1) : line;
            choices.add(BULLET.matcher(bare).replaceFirst("").strip());
        }
        var onlyRight = !choices.isEmpty() && right.size() == choices.size();
        return onlyRight ? Questions.typed(text, choices) : Questions.choice(text, choices, right);
    }
}
