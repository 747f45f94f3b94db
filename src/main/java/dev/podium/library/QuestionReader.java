package dev.podium.library;

import dev.podium.game.DisplayText;
import dev.podium.game.Fold;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Region;
import dev.podium.http.Code;
import dev.podium.http.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one question that a host wrote and writes down what is wrong with it. Ids are dropped. */
final class QuestionReader {
    private static final Set<String> KINDS =
            Set.of("choice", "true-false", "text", "number", "order", "point", "poll", "word-cloud", "scale", "slide");
    static final Set<String> FORMATS = Set.of("plain", QuestionBasics.MARKDOWN);
    private static final Set<String> ACCENTS = Set.of(QuestionWriter.FORGIVE);
    private static final String IMAGE = "image";
    private static final Set<String> SHAPES = Set.of("circle", "rectangle");
    private static final Set<String> MEDIA = Set.of(IMAGE, "audio", "video");

    private QuestionReader() {}

    /** A mistake leaves a placeholder: the form knows. */
    static Question read(Form form) {
        var kind = form.word("kind", KINDS);
        var basics = basics(form);
        return switch (kind) {
            case "choice" -> choice(form, basics);
            case "true-false" -> new Question.TrueFalse(basics, form.flag("correct"), "", "");
            case "text" -> text(form, basics);
            case "number" -> number(form, basics);
            case "order" -> order(form, basics);
            case "point" -> point(form, basics);
            case "word-cloud" ->
                new Question.WordCloud(basics, (int) form.whole("maxLength", 1, Limits.MAX_WORD, Limits.DEFAULT_WORD));
            case "scale" -> scale(form, basics);
            case "poll" -> new Question.Poll(basics, options(form, false));
            case null, default -> new Question.Slide(basics);
        };
    }

    private static QuestionBasics basics(Form form) {
        return new QuestionBasics(
                form.text("text", Limits.TEXT),
                media(form),
                timeLimitMs(form),
                (int) form.whole("points", 0, Limits.MAX_POINTS, Limits.DEFAULT_POINTS),
                form.optionalText("explanation", Limits.EXPLANATION),
                form.optionalText("notes", Limits.NOTES),
                form.has("format") && QuestionBasics.MARKDOWN.equals(form.word("format", FORMATS)));
    }

    /** 0 is none. */
    private static long timeLimitMs(Form form) {
        var sent = form.raw("timeLimitMs");
        return sent != null && sent.isNumber() && sent.doubleValue() == 0
                ? 0
                : form.whole("timeLimitMs", Limits.MIN_TIME_MS, Limits.MAX_TIME_MS, Limits.DEFAULT_TIME_MS);
    }

    private static Media media(Form form) {
        var media = form.form("media");
        if (media == null) {
            return null;
        }
        return new Media(
                address(media),
                media.word("kind", MEDIA),
                media.optionalText("alt", Limits.ALT),
                media.has("width") || media.has("height") ? size(media) : null,
                rendition(media.form("phone")));
    }

    private static Media.Rendition rendition(Form phone) {
        return phone == null ? null : new Media.Rendition(address(phone), size(phone));
    }

    private static String address(Form media) {
        var url = media.text("url", Limits.URL);
        if (!url.isEmpty() && !MediaAddress.allowed(url)) {
            media.error("url", Code.NOT_ALLOWED, "An address that begins with https:// or /media/ is expected.");
        }
        return url;
    }

    private static Media.Size size(Form picture) {
        for (var side : List.of("width", "height")) {
            if (!picture.has(side)) {
                picture.error(side, Code.REQUIRED, "Both sides are required.");
            }
        }
        return new Media.Size(
                (int) picture.whole("width", 1, Limits.SIDE, 1), (int) picture.whole("height", 1, Limits.SIDE, 1));
    }

    private static Question choice(Form form, QuestionBasics basics) {
        var options = options(form, true);
        if (!options.isEmpty() && options.stream().noneMatch(Option::correct)) {
            form.error("choices", Code.NO_CORRECT, "At least one choice has to be right.");
        }
        return new Question.Choice(basics, options);
    }

    private static List<Option> options(Form form, boolean keyed) {
        var options = new ArrayList<Option>();
        for (var option : form.forms("choices", Limits.MIN_CHOICES, Limits.MAX_CHOICES)) {
            var text = option.has("media")
                    ? option.optionalText("text", Limits.CHOICE)
                    : option.text("text", Limits.CHOICE);
            var shown = text == null ? "" : visible(option, "text", text);
            options.add(new Option("", shown, keyed && option.flag("correct", false), media(option)));
        }
        form.distinct(options.stream().map(Option::text).map(Fold::of).toList(), "choices[%d].text");
        return options;
    }

    private static Question text(Form form, QuestionBasics basics) {
        var accept = visible(form, "accept", form.texts("accept", 1, Limits.MAX_ACCEPTED, Question.MAX_LENGTH));
        var question = new Question.Text(basics, accept, form.has("accents") && form.word("accents", ACCENTS) != null);
        for (var i = 0; i < accept.size(); i++) {
            if (!accept.get(i).isEmpty() && question.fold(accept.get(i)).isEmpty()) {
                form.error("accept[" + i + "]", Code.REQUIRED, "Nobody could type this.");
            }
        }
        return question;
    }

    private static Question number(Form form, QuestionBasics basics) {
        var min = form.number("min", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var max = form.number("max", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var correct = form.number("correct", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var tolerance = form.has("tolerance") ? form.number("tolerance", 0, Limits.MAX_NUMBER) : 0;
        var step = form.has("step") ? form.number("step", 0, Limits.MAX_NUMBER) : 1;
        if (checkRange(form, min, max, step) && form.has("correct") && form.clean("correct")) {
            if (correct < min || correct > max) {
                form.error("correct", Code.OUT_OF_RANGE, "It has to lie between min and max.");
            }
        }
        return new Question.Number(basics, correct, tolerance, min, max, step, form.optionalText("unit", Limits.UNIT));
    }

    private static Question scale(Form form, QuestionBasics basics) {
        var min = form.number("min", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var max = form.number("max", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var step = form.has("step") ? form.number("step", 0, Limits.MAX_NUMBER) : 1;
        checkRange(form, min, max, step);
        var labels = form.has("labels") ? visible(form, "labels", form.texts("labels", 2, 2, Limits.LABEL)) : null;
        return new Question.Scale(basics, min, max, step, labels == null ? List.of() : labels);
    }

    /** Whether there is a range. */
    private static boolean checkRange(Form form, double min, double max, double step) {
        if (!form.has("min") || !form.has("max") || !form.clean("min") || !form.clean("max")) {
            return false;
        }
        if (min >= max) {
            form.error("max", Code.OUT_OF_RANGE, "It has to be above min.");
        }
        if (form.clean("step") && (step <= 0 || (min < max && step > max - min))) {
            form.error("step", Code.OUT_OF_RANGE, "It has to be above 0 and fit between min and max.");
        }
        return min < max;
    }

    private static Question point(Form form, QuestionBasics basics) {
        if (basics.media() == null) {
            form.error("media", Code.REQUIRED, "A picture is required.");
        } else if (basics.media().kind() != null && !basics.media().kind().equals(IMAGE)) {
            form.error("media.kind", Code.NOT_ALLOWED, "A picture is required.");
        }
        var region = form.form("region");
        if (region == null) {
            form.error("region", Code.REQUIRED, "A place in the picture is required.");
            return new Question.Point(basics, null);
        }
        return new Question.Point(basics, region(region));
    }

    private static Region region(Form form) {
        var shape = form.word("shape", SHAPES);
        var x = form.number("x", 0, 1);
        var y = form.number("y", 0, 1);
        if (!"rectangle".equals(shape)) {
            return new Region.Circle(x, y, "circle".equals(shape) ? form.number("r", Limits.MIN_REGION, 1) : 1);
        }
        var width = form.number("width", Limits.MIN_REGION, 1);
        var height = form.number("height", Limits.MIN_REGION, 1);
        checkEdge(form, "width", "x", x, width);
        checkEdge(form, "height", "y", y, height);
        return new Region.Rectangle(x, y, width, height);
    }

    /** Drawn by hand, its end may lie a rounding beyond the picture's. */
    private static void checkEdge(Form form, String length, String start, double from, double by) {
        if (form.clean(start) && form.clean(length) && from + by > 1 + Limits.MIN_REGION) {
            form.error(length, Code.OUT_OF_RANGE, "It has to end within the picture.");
        }
    }

    private static Question order(Form form, QuestionBasics basics) {
        var items = visible(form, "items", form.texts("items", Limits.MIN_CHOICES, Limits.MAX_CHOICES, Limits.CHOICE));
        form.distinct(items.stream().map(Fold::of).toList(), "items[%d]");
        return new Question.Order(
                basics, items.stream().map(text -> new Item("", text)).toList(), List.of());
    }

    private static List<String> visible(Form form, String name, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> visible(form, name + "[" + i + "]", texts.get(i)))
                .toList();
    }

    /** What is left of a text that people read; a mistake is written down if that is nothing. */
    private static String visible(Form form, String name, String text) {
        var shown = DisplayText.of(text);
        if (shown.isBlank() && !text.isEmpty()) {
            form.error(name, Code.REQUIRED, "There is nothing to see.");
        }
        return shown;
    }
}
