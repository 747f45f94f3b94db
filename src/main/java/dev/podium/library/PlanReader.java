package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Filter;
import dev.podium.game.Item;
import dev.podium.game.Look;
import dev.podium.game.Media;
import dev.podium.game.Names;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Ranks;
import dev.podium.game.Region;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Sides;
import dev.podium.game.Team;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what was frozen into a game. It was judged when it was written, and the game runs: no limit of today applies, fields of
 * a newer version are ignored, and what an older one did not know has its default. Only what is no plan at all is an {@link
 * IllegalArgumentException}.
 */
final class PlanReader {
    private PlanReader() {}

    static List<Question> questions(JsonNode json) {
        return list(json, PlanReader::question);
    }

    static Settings settings(JsonNode json) {
        var otherwise = Settings.DEFAULT;
        return new Settings(
                json.has("scoring") ? scoring(text(json, "scoring")) : otherwise.scoring(),
                json.path("partialCredit").asBoolean(otherwise.partialCredit()),
                json.path("streaks").asBoolean(otherwise.streaks()),
                json.path("countdownMs").isTextual()
                        ? Settings.READING_TIME
                        : json.path("countdownMs").asLong(otherwise.countdownMs()),
                json.path("lateJoin").asBoolean(otherwise.lateJoin()),
                json.has("teams")
                        ? list(json.get("teams"), team -> new Team(text(team, "id"), text(team, "name")))
                        : otherwise.teams(),
                json.path("automatic").asBoolean(otherwise.automatic()),
                json.path("shuffleChoices").asBoolean(otherwise.shuffleChoices()),
                json.path("maxPlayers").asInt(otherwise.maxPlayers()),
                json.path("phoneText").asBoolean(otherwise.phoneText()),
                json.has("look") ? look(json.get("look")) : otherwise.look(),
                Ranks.of(json.path("ranks").asText()).orElse(otherwise.ranks()),
                json.path("facts").asBoolean(otherwise.facts()),
                entry(json),
                course(json));
    }

    private static Entry entry(JsonNode json) {
        var otherwise = Settings.DEFAULT.entry();
        return new Entry(
                json.path("approval").asBoolean(otherwise.approval()),
                Names.of(json.path("names").asText()).orElse(otherwise.names()),
                Filter.of(json.path("filter").asText()).orElse(otherwise.filter()),
                optional(json, "identify"),
                new Sides(json.path("teamSize").asInt(), json.path("drawTeams").asBoolean()));
    }

    private static Course course(JsonNode json) {
        var pace = json.path("pace");
        var otherwise = Course.Pace.DEFAULT;
        return new Course(
                json.path("carry").asBoolean(Course.DEFAULT.carry()),
                json.path("breakMs").isNumber() ? (Long) json.path("breakMs").longValue() : null,
                new Course.Pace(
                        pace.path("slideMs").asLong(otherwise.slideMs()),
                        pace.path("revealMs").asLong(otherwise.revealMs()),
                        pace.path("standingsMs").asLong(otherwise.standingsMs())));
    }

    private static Look look(JsonNode json) {
        var theme = Look.Theme.of(json.path("theme").asText()).orElse(Look.DEFAULT.theme());
        return new Look(theme, optional(json, "accent"), optional(json, "logo"), optional(json, "sound"));
    }

    private static Scoring scoring(String name) {
        return Scoring.of(name).orElseThrow(() -> new IllegalArgumentException("No plan has a scoring " + name));
    }

    private static Question question(JsonNode json) {
        var basics = new QuestionBasics(
                text(json, "text"),
                media(json.get("media")),
                json.required("timeLimitMs").longValue(),
                json.required("points").intValue(),
                optional(json, "explanation"),
                optional(json, "notes"),
                json.has("format"));
        return switch (text(json, "kind")) {
            case "choice" -> new Question.Choice(basics, list(json.get("choices"), PlanReader::option));
            case "poll" -> new Question.Poll(basics, list(json.get("choices"), PlanReader::option));
            case "true-false" ->
                new Question.TrueFalse(
                        basics, json.required("correct").booleanValue(), text(json, "trueId"), text(json, "falseId"));
            case "text" -> new Question.Text(basics, texts(json.get("accept")), json.has("accents"));
            case "number" -> number(json, basics);
            case "order" ->
                new Question.Order(basics, list(json.get("items"), PlanReader::item), texts(json.get("shown")));
            case "point" -> new Question.Point(basics, region(json.required("region")));
            case "word-cloud" ->
                new Question.WordCloud(basics, json.required("maxLength").intValue());
            case "scale" ->
                new Question.Scale(
                        basics,
                        json.required("min").doubleValue(),
                        json.required("max").doubleValue(),
                        json.required("step").doubleValue(),
                        json.has("labels") ? texts(json.get("labels")) : List.of());
            case "slide" -> new Question.Slide(basics);
            case String unknown -> throw new IllegalArgumentException("No plan has a " + unknown);
        };
    }

    private static Question number(JsonNode json, QuestionBasics basics) {
        return new Question.Number(
                basics,
                json.required("correct").doubleValue(),
                json.required("tolerance").doubleValue(),
                json.required("min").doubleValue(),
                json.required("max").doubleValue(),
                json.required("step").doubleValue(),
                optional(json, "unit"));
    }

    private static Region region(JsonNode json) {
        double x = json.required("x").doubleValue();
        double y = json.required("y").doubleValue();
        return switch (text(json, "shape")) {
            case "circle" -> new Region.Circle(x, y, json.required("r").doubleValue());
            case "rectangle" ->
                new Region.Rectangle(
                        x,
                        y,
                        json.required("width").doubleValue(),
                        json.required("height").doubleValue());
            case String unknown -> throw new IllegalArgumentException("No plan has a " + unknown);
        };
    }

    private static Option option(JsonNode json) {
        return new Option(
                text(json, "id"),
                json.path("text").asText(),
                json.path("correct").booleanValue(),
                media(json.get("media")));
    }

    private static Item item(JsonNode json) {
        return new Item(text(json, "id"), text(json, "text"));
    }

    private static Media media(JsonNode json) {
        if (json == null) {
            return null;
        }
        var phone = json.get("phone");
        return new Media(
                text(json, "url"),
                text(json, "kind"),
                optional(json, "alt"),
                size(json),
                phone == null ? null : new Media.Rendition(text(phone, "url"), size(phone)));
    }

    private static Media.Size size(JsonNode json) {
        return json.has("width")
                ? new Media.Size(
                        json.required("width").intValue(),
                        json.required("height").intValue())
                : null;
    }

    private static List<String> texts(JsonNode json) {
        return list(json, JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
        if (json == null || !json.isArray()) {
            throw new IllegalArgumentException("A plan has lists of questions, choices and items");
        }
        return json.valueStream().map(read).toList();
    }

    private static String text(JsonNode json, String name) {
        var text = json.required(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("A plan has a text as " + name);
        }
        return text;
    }

    private static String optional(JsonNode json, String name) {
        return json.path(name).textValue();
    }
}
