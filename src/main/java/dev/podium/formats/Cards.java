package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Cards with two sides, as Quizlet and Anki export them as text: what one side asks is to be found among other cards' answers. */
final class Cards {
    private static final Pattern SETTING = Pattern.compile("#([a-z ]{1,20}):(.*)");
    private static final Pattern SPECIAL = Pattern.compile("(guid|notetype|deck|tags) column");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/]|&[a-z]{2,8};|&#");
    private static final Pattern MEDIA = Pattern.compile("<img\\b|\\[sound:[^]]*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOUND = Pattern.compile("\\[sound:[^]]*]");
    private static final Pattern CLOZE = Pattern.compile("\\{\\{c\\d{1,3}::(.*?)(?:::[^{}]*)?}}", Pattern.DOTALL);
    private static final int WRONG = 3;

    private record Card(int line, String front, String back, boolean media) {
        Card and(String further) {
            return new Card(line, front, (back + "\n" + further).strip(), media);
        }
    }

    private Cards() {}

    /** Anki's text export, known by the settings at its top. */
    static Optional<Parsed> ofAnki(String file) {
        if (!file.startsWith("#separator:")) return Optional.empty();
        var separator = '\t';
        var html = false;
        var special = new TreeSet<Integer>();
        for (var line : file.lines().takeWhile(it -> it.startsWith("#")).toList()) {
            var setting = SETTING.matcher(line);
            if (!setting.matches()) continue;
            var value = setting.group(2).strip();
            if (setting.group(1).equals("separator")) separator = separator(value);
            else if (setting.group(1).equals("html")) html = value.equals("true");
            else if (SPECIAL.matcher(setting.group(1)).matches() && value.matches("\\d{1,2}")) {
                special.add(Integer.parseInt(value) - 1);
            }
        }
        var cards = new ArrayList<Card>();
        for (var line : Sheet.ofCsv(file, separator).lines()) {
            if (line.isBlank() || line.cells().getFirst().startsWith("#")) continue;
            var sides = new ArrayList<String>();
            for (var i = 0; i < line.cells().size(); i++) if (!special.contains(i)) sides.add(line.cell(i));
            cards.add(card(line.number(), sides, html));
        }
        return Optional.of(new Parsed("anki", rows(cards)));
    }

    /** What Quizlet copies: a term, a tab and its definition, which may go on in the next lines. Nothing is quoted. */
    static Optional<Parsed> ofQuizlet(String file) {
        var cards = new ArrayList<Card>();
        var number = 0;
        for (var line : (Iterable<String>) file.lines()::iterator) {
            number++;
            var sides = line.split("\t", -1);
            if (sides.length > 2 || cards.isEmpty() && sides.length < 2 && !line.isBlank()) return Optional.empty();
            if (sides.length == 2) cards.add(card(number, List.of(sides), false));
            else if (!line.isBlank()) cards.addLast(cards.removeLast().and(line));
        }
        var continued = cards.stream().filter(it -> it.back.indexOf('\n') >= 0).count();
        return cards.isEmpty() || continued * 2 > cards.size()
                ? Optional.empty()
                : Optional.of(new Parsed("quizlet", rows(cards)));
    }

    private static char separator(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "pipe", "|" -> '|';
            case "colon", ":" -> ':';
            case "space" -> ' ';
            default -> '\t';
        };
    }

    private static Card card(int line, List<String> sides, boolean html) {
        var front = sides.isEmpty() ? "" : sides.getFirst();
        var back = sides.size() < 2 ? "" : sides.get(1);
        return new Card(
                line,
                text(front, html),
                text(back, html),
                MEDIA.matcher(front + back).find());
    }

    private static String text(String side, boolean html) {
        var bare = SOUND.matcher(side).replaceAll("").strip();
        return html && MARKUP.matcher(bare).find() ? Html.text(bare) : bare;
    }

    private static List<Parsed.Row> rows(List<Card> cards) {
        return IntStream.range(0, cards.size()).mapToObj(i -> row(cards, i)).toList();
    }

    private static Parsed.Row row(List<Card> cards, int at) {
        var card = cards.get(at);
        var cloze = CLOZE.matcher(card.front);
        if (cloze.find()) return new Parsed.Row(card.line, gap(card.front), media(card, null));
        var wrong = others(cards, at);
        var question = wrong.isEmpty() || card.back.isEmpty()
                ? Questions.typed(card.front, card.back.isEmpty() ? List.of() : List.of(card.back))
                : Questions.amongWrong(card.front, card.back, wrong);
        var made = wrong.isEmpty()
                ? null
                : new FieldError("choices", Code.REQUIRED, "The wrong answers are those of other cards.");
        return new Parsed.Row(card.line, question, media(card, made));
    }

    private static FieldError media(Card card, FieldError otherwise) {
        return card.media
                ? new FieldError("media", Code.NOT_ALLOWED, "Pictures and sounds are not in this file.")
                : otherwise;
    }

    /** Answers of the next cards, each once. */
    private static List<String> others(List<Card> cards, int at) {
        var seen = new HashSet<String>();
        seen.add(cards.get(at).back.toLowerCase(Locale.ROOT));
        var others = new ArrayList<String>();
        for (var i = 1; i < Math.min(cards.size(), 100) && others.size() < WRONG; i++) {
            var back = cards.get((at + i) % cards.size()).back;
            if (!back.isEmpty() && seen.add(back.toLowerCase(Locale.ROOT))) others.add(back);
        }
        return others;
    }

    /** A text with holes asks for what stood in the first of them; the others are filled. */
    private static ObjectNode gap(String front) {
        var answers = CLOZE.matcher(front).results().map(it -> it.group(1)).toList();
        var asked = CLOZE.matcher(front).replaceFirst(Gift.GAP);
        return Questions.typed(CLOZE.matcher(asked).replaceAll("$1"), List.of(answers.getFirst()));
    }
}
