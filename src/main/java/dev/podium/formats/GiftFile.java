package dev.podium.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A quiz as GIFT. */
final class GiftFile {
    private final StringBuilder file = new StringBuilder();

    private GiftFile() {}

    static Written write(Iterable<JsonNode> questions) {
        var gift = new GiftFile();
        gift.file.append("// GIFT\n\n");
        var lost = Outgoing.all(questions, gift::take);
        return new Written(
                gift.file.toString().getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", "gift", lost);
    }

    private boolean take(Outgoing question) {
        switch (question.kind()) {
            case "choice" -> end(question, choices(question.choices()));
            case "true-false" -> end(question, question.flag("correct") ? "T" : "F");
            case "text" -> end(question, accepted(question.texts("accept")));
            case "number" -> end(question, number(question));
            case "slide" -> file.append(asked(question)).append("\n\n");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void end(Outgoing question, String answers) {
        file.append(asked(question)).append(" {").append(answers);
        var explanation = question.text("explanation");
        if (!explanation.isEmpty()) file.append("####").append(marked(explanation));
        file.append("}\n\n");
    }

    private static String asked(Outgoing question) {
        var text = question.text("text");
        return question.isMarkdown() ? "[markdown]" + escaped(text) : marked(text);
    }

    /** One right answer stands for all points; of several each for its part, and a wrong one takes all away. */
    private static String choices(List<Outgoing.Choice> choices) {
        var right = choices.stream().filter(Outgoing.Choice::right).count();
        var answers = new StringBuilder();
        for (var choice : choices) {
            if (right == 1 && choices.size() > 1) answers.append(choice.right() ? "=" : "~");
            else answers.append(choice.right() ? "~%" + part(right) + "%" : "~%-100%");
            answers.append(marked(choice.text())).append(' ');
        }
        return answers.toString();
    }

    /** Moodle knows parts by five places. */
    static String part(long right) {
        return BigDecimal.valueOf(100)
                .divide(BigDecimal.valueOf(right), 5, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String accepted(List<String> accept) {
        var answers = new StringBuilder();
        for (var text : accept) {
            var starred = Stars.written(text);
            answers.append('=')
                    .append(text.contains("->") ? asHtml(starred) : marked(starred))
                    .append(' ');
        }
        return answers.toString();
    }

    private static String number(Outgoing question) {
        var correct = question.number("correct");
        var tolerance = question.number("tolerance");
        question.takeRange(correct, tolerance);
        return "#" + plain(correct) + (tolerance == 0 ? "" : ":" + plain(tolerance));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** With its markup named where the text could be taken for something else. */
    private static String marked(String text) {
        return (text.matches("(?s)(\\[|//|%).*") ? "[plain]" : "") + escaped(text);
    }

    /** An arrow would make pairs of the answers. */
    private static String asHtml(String text) {
        return "[html]"
                + escaped(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') escaped.append("\\n");
            else if ("~=#{}:\\".indexOf(c) >= 0) escaped.append('\\').append(c);
            else escaped.append(c);
        }
        return escaped.toString();
    }
}
