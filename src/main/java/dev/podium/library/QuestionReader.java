package dev.podium.library;

import dev.podium.game.Common;
import dev.podium.game.Fold;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.http.Code;
import dev.podium.http.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one question and writes down what is wrong with it. */
enum QuestionReader {
    /** What a host wrote: ids are dropped. */
    HOSTS,
    /** A frozen plan: ids are kept. */
    FROZEN;

    private static final Set<String> KINDS = Set.of("choice", "true-false", "text", "number", "order", "poll", "slide");
    private static final Set<String> MEDIA = Set.of("image", "audio", "video");

    /** An address of the web, or a path of our own; nothing that runs. */
    private static final Pattern URL = Pattern.compile("(https?://|/(?!/))[^\\s\"<>\\\\]*");

    private static final int ID = 8;

    /** A mistake leaves a placeholder: the form knows. */
    Question read(Form form) {
        var kind = form.word("kind", KINDS);
        var common = common(form);
        return switch (kind) {
            case "choice" -> choice(form, common);
            case "true-false" ->
                new Question.TrueFalse(common, form.flag("correct"), id(form, "trueId"), id(form, "falseId"));
            case "text" -> text(form, common);
            case "number" -> number(form, common);
            case "order" -> order(form, common);
            case "poll" -> new Question.Poll(common, options(form, false));
            case null, default -> new Question.Slide(common);
        };
    }

    private static Common common(Form form) {
        return new Common(
                form.text("text", Limits.TEXT),
                media(form),
                form.whole("timeLimitMs", Limits.MIN_TIME_MS, Limits.MAX_TIME_MS, Limits.DEFAULT_TIME_MS),
                (int) form.whole("points", 0, Limits.MAX_POINTS, Limits.DEFAULT_POINTS),
                form.optionalText("explanation", Limits.EXPLANATION));
    }

    private static Media media(Form form) {
        var media = form.form("media");
        if (media == null) {
            return null;
        }
        var url = media.text("url", Limits.URL);
        if (!url.isEmpty() && !URL.matcher(url).matches()) {
            media.error("url", Code.NOT_ALLOWED, "An address that begins with https://, http:// or / is expected.");
        }
        return new Media(url, media.word("kind", MEDIA), media.optionalText("alt", Limits.ALT));
    }

    private Question choice(Form form, Common common) {
        var options = options(form, true);
        if (!options.isEmpty() && options.stream().noneMatch(Option::correct)) {
            form.error("choices", Code.NO_CORRECT, "At least one choice has to be right.");
        }
        return new Question.Choice(common, options);
    }

    private List<Option> options(Form form, boolean keyed) {
        var options = new ArrayList<Option>();
        for (var option : form.forms("choices", Limits.MIN_CHOICES, Limits.MAX_CHOICES)) {
            options.add(new Option(
                    id(option, "id"),
                    option.text("text", Limits.CHOICE),
                    keyed && option.flag("correct", false),
                    media(option)));
        }
        form.distinct(options.stream().map(Option::text).toList(), "choices[%d].text");
        return options;
    }

    private static Question text(Form form, Common common) {
        var accept = form.texts("accept", 1, Limits.MAX_ACCEPTED, Question.MAX_LENGTH);
        for (var i = 0; i < accept.size(); i++) {
            if (!accept.get(i).isEmpty() && Fold.of(accept.get(i)).isEmpty()) {
                form.error("accept[" + i + "]", Code.REQUIRED, "Nobody could type this.");
            }
        }
        return new Question.Text(common, accept);
    }

    private static Question number(Form form, Common common) {
        var min = form.number("min", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var max = form.number("max", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var correct = form.number("correct", -Limits.MAX_NUMBER, Limits.MAX_NUMBER);
        var tolerance = form.has("tolerance") ? form.number("tolerance", 0, Limits.MAX_NUMBER) : 0;
        var step = form.has("step") ? form.number("step", 0, Limits.MAX_NUMBER) : 1;
        if (form.has("min") && form.has("max")) {
            checkRange(form, min, max, correct, step);
        }
        return new Question.Number(common, correct, tolerance, min, max, step, form.optionalText("unit", Limits.UNIT));
    }

    private static void checkRange(Form form, double min, double max, double correct, double step) {
        if (!form.clean("min") || !form.clean("max")) {
            return;
        }
        if (min >= max) {
            form.error("max", Code.OUT_OF_RANGE, "It has to be above min.");
        } else if (form.has("correct") && form.clean("correct") && (correct < min || correct > max)) {
            form.error("correct", Code.OUT_OF_RANGE, "It has to lie between min and max.");
        }
        if (form.clean("step") && (step <= 0 || (min < max && step > max - min))) {
            form.error("step", Code.OUT_OF_RANGE, "It has to be above 0 and fit between min and max.");
        }
    }

    private Question order(Form form, Common common) {
        var items = this == FROZEN ? frozenItems(form) : items(form);
        form.distinct(items.stream().map(Item::text).toList(), "items[%d]");
        var shown = this == FROZEN ? form.texts("shown", 0, Limits.MAX_CHOICES, ID) : List.<String>of();
        return new Question.Order(common, items, shown);
    }

    private static List<Item> items(Form form) {
        return form.texts("items", Limits.MIN_CHOICES, Limits.MAX_CHOICES, Limits.CHOICE).stream()
                .map(text -> new Item("", text))
                .toList();
    }

    private List<Item> frozenItems(Form form) {
        return form.forms("items", Limits.MIN_CHOICES, Limits.MAX_CHOICES).stream()
                .map(item -> new Item(id(item, "id"), item.text("text", Limits.CHOICE)))
                .toList();
    }

    private String id(Form form, String name) {
        return this == FROZEN ? form.text(name, ID) : "";
    }
}
