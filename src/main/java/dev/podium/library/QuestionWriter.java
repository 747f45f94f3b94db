package dev.podium.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.game.Region;
import java.util.List;

/** Writes one question; what is null or not drawn yet is left out. */
final class QuestionWriter {
    /** The one word for {@code accents}; without it they count. */
    static final String FORGIVE = "forgive";

    private QuestionWriter() {}

    static ObjectNode write(Question question) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("kind", question.kind());
        optional(json, "format", question.basics().format());
        json.put("text", question.text());
        media(json, question.media());
        json.put("timeLimitMs", question.timeLimitMs()).put("points", question.points());
        optional(json, "explanation", question.explanation());
        optional(json, "notes", question.notes());
        switch (question) {
            case Question.Choice choice -> choices(json, choice.choices(), true);
            case Question.Poll poll -> choices(json, poll.choices(), false);
            case Question.TrueFalse it -> trueFalse(json, it);
            case Question.Text text -> text(json, text);
            case Question.Number number -> number(json, number);
            case Question.Order order -> order(json, order);
            case Question.Point point -> region(json, point.region());
            case Question.WordCloud cloud -> json.put("maxLength", cloud.maxLength());
            case Question.Scale scale -> scale(json, scale);
            case Question.Slide slide -> {}
        }
        return json;
    }

    private static void choices(ObjectNode json, List<Option> options, boolean keyed) {
        var array = json.putArray("choices");
        for (var option : options) {
            var object = array.addObject();
            id(object, "id", option.id());
            if (!option.text().isEmpty()) {
                object.put("text", option.text());
            }
            if (keyed) {
                object.put("correct", option.correct());
            }
            media(object, option.media());
        }
    }

    private static void text(ObjectNode json, Question.Text question) {
        question.accept().forEach(json.putArray("accept")::add);
        if (question.forgivesAccents()) {
            json.put("accents", FORGIVE);
        }
    }

    private static void trueFalse(ObjectNode json, Question.TrueFalse question) {
        json.put("correct", question.correct());
        id(json, "trueId", question.trueId());
        id(json, "falseId", question.falseId());
    }

    private static void number(ObjectNode json, Question.Number question) {
        number(json, "correct", question.correct());
        number(json, "tolerance", question.tolerance());
        number(json, "min", question.min());
        number(json, "max", question.max());
        number(json, "step", question.step());
        optional(json, "unit", question.unit());
    }

    /** Whole numbers without a fraction, as people write them. */
    private static void number(ObjectNode json, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) <= Limits.MAX_NUMBER) {
            json.put(name, (long) value);
        } else {
            json.put(name, value);
        }
    }

    private static void scale(ObjectNode json, Question.Scale question) {
        number(json, "min", question.min());
        number(json, "max", question.max());
        number(json, "step", question.step());
        if (!question.labels().isEmpty()) {
            question.labels().forEach(json.putArray("labels")::add);
        }
    }

    private static void region(ObjectNode json, Region region) {
        var object = json.putObject("region").put("shape", region.shape());
        switch (region) {
            case Region.Circle(double x, double y, double r) ->
                object.put("x", x).put("y", y).put("r", r);
            case Region.Rectangle(double x, double y, double width, double height) ->
                object.put("x", x).put("y", y).put("width", width).put("height", height);
        }
    }

    private static void order(ObjectNode json, Question.Order question) {
        var array = json.putArray("items");
        for (var item : question.items()) {
            item(array, item);
        }
        if (!question.shown().isEmpty()) {
            question.shown().forEach(json.putArray("shown")::add);
        }
    }

    private static void item(ArrayNode array, Item item) {
        if (item.id().isEmpty()) {
            array.add(item.text());
        } else {
            array.addObject().put("id", item.id()).put("text", item.text());
        }
    }

    private static void media(ObjectNode json, Media media) {
        if (media != null) {
            var object = json.putObject("media").put("url", media.url()).put("kind", media.kind());
            optional(object, "alt", media.alt());
            size(object, media.size());
            if (media.phone() != null) {
                var phone = object.putObject("phone").put("url", media.phone().url());
                size(phone, media.phone().size());
            }
        }
    }

    private static void size(ObjectNode json, Media.Size size) {
        if (size != null) {
            json.put("width", size.width()).put("height", size.height());
        }
    }

    private static void id(ObjectNode json, String name, String id) {
        if (!id.isEmpty()) {
            json.put(name, id);
        }
    }

    private static void optional(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
