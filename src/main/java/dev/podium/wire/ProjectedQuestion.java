package dev.podium.wire;

import dev.podium.game.Item;
import dev.podium.game.Keys;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question, as much of it as an audience may see. The key is written by {@link #key} only, so that the one place where it leaves the
 * server is easy to watch.
 */
final class ProjectedQuestion {
    /** How much of a question may be seen. */
    enum Shown {
        /** What it asks, before it opens. */
        ANNOUNCED,
        /** And what can be answered. */
        OPEN,
        /** And what is right, and why. */
        WITH_KEY
    }

    private ProjectedQuestion() {}

    /** @param texts whether the question and its choices are told in words */
    static void write(Plan plan, int index, Shown shown, boolean texts, JsonText json) {
        fields(plan, index, shown, texts, json.name("question").open());
        json.close();
    }

    /** The question that comes next, whole, for whoever steers: its fields in an object that is open. */
    static void ahead(Plan plan, int index, JsonText json) {
        fields(plan, index, Shown.WITH_KEY, true, json);
        json.optional("notes", plan.question(index).notes());
    }

    private static void fields(Plan plan, int index, Shown shown, boolean texts, JsonText json) {
        var question = plan.question(index);
        json.field("index", index)
                .field("total", plan.size())
                .field("kind", question.kind())
                .optional("format", question.basics().format())
                .optional("text", texts ? question.text() : null);
        media(question.media(), json);
        json.field("points", question.points()).field("timeLimitMs", question.timeLimitMs());
        if (shown != Shown.ANNOUNCED) {
            body(question, texts, json);
        }
        if (question instanceof Question.Choice choice) {
            json.field("multiple", choice.multiple());
        }
        if (shown == Shown.WITH_KEY) {
            key(question, json);
        }
    }

    private static void body(Question question, boolean texts, JsonText json) {
        switch (question) {
            case Question.Choice choice -> options(choice.choices(), texts, json);
            case Question.TrueFalse trueFalse -> {
                json.name("choices").openArray();
                trueOrFalse(trueFalse.trueId(), true, texts, json);
                trueOrFalse(trueFalse.falseId(), false, texts, json);
                json.closeArray();
            }
            case Question.Text text -> json.field("maxLength", text.maxLength());
            case Question.Number number ->
                json.field("min", number.min())
                        .field("max", number.max())
                        .field("step", number.step())
                        .optional("unit", number.unit());
            case Question.Order order -> items(order, json);
            case Question.Poll poll -> options(poll.choices(), texts, json);
            case Question.WordCloud cloud -> json.field("maxLength", cloud.maxLength());
            case Question.Scale scale -> scale(scale, json);
            case Question.Point _ -> {}
            case Question.Slide _ -> {}
        }
    }

    private static void key(Question question, JsonText json) {
        Keys.of(question).ifPresent(key -> KeyJson.write(key, json.name("correct")));
        if (question instanceof Question.Text text) {
            json.optional("accents", text.forgivesAccents() ? "forgive" : null);
        }
        json.optional("explanation", question.explanation());
    }

    private static void scale(Question.Scale scale, JsonText json) {
        json.field("min", scale.min()).field("max", scale.max()).field("step", scale.step());
        if (!scale.labels().isEmpty()) {
            json.name("labels").openArray();
            scale.labels().forEach(json::value);
            json.closeArray();
        }
    }

    private static void options(List<Option> options, boolean texts, JsonText json) {
        json.name("choices").openArray();
        for (var option : options) {
            json.open().field("id", option.id()).optional("text", texts ? option.text() : null);
            media(option.media(), json);
            json.close();
        }
        json.closeArray();
    }

    /** The text is for clients without a language of their own; others have their own words for the value. */
    private static void trueOrFalse(String id, boolean value, boolean texts, JsonText json) {
        json.open()
                .field("id", id)
                .optional("text", !texts ? null : value ? "True" : "False")
                .field("value", value)
                .close();
    }

    private static void items(Question.Order order, JsonText json) {
        var byId = order.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        json.name("items").openArray();
        for (var id : order.shown()) {
            json.open().field("id", id).field("text", byId.get(id).text()).close();
        }
        json.closeArray();
    }

    private static void media(Media media, JsonText json) {
        if (media != null) {
            json.name("media")
                    .open()
                    .field("url", media.url())
                    .field("kind", media.kind())
                    .optional("alt", media.alt());
            size(media.size(), json);
            if (media.phone() != null) {
                json.name("phone").open().field("url", media.phone().url());
                size(media.phone().size(), json);
                json.close();
            }
            json.close();
        }
    }

    private static void size(Media.Size size, JsonText json) {
        if (size != null) {
            json.field("width", size.width()).field("height", size.height());
        }
    }
}
