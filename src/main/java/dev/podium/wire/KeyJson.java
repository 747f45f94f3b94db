package dev.podium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.game.Key;
import dev.podium.game.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys as JSON: in a reveal, from a host, and the same in the database. */
public final class KeyJson {
    // No question has more choices, and no host accepts more texts.
    private static final int MAX_VALUES = 64;
    private static final int MAX_LENGTH = 256;
    private static final String VOID = "void";

    private KeyJson() {}

    /** The JSON text of a key. */
    public static String write(Key key) {
        var json = JsonText.start();
        write(key, json);
        return json.toString();
    }

    /** The keys of questions by their index, as one JSON text. */
    public static String write(Map<Integer, Key> keys) {
        var json = JsonText.start().open();
        keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        write(entry.getValue(), json.name(entry.getKey().toString())));
        return json.close().toString();
    }

    static void write(Key key, JsonText json) {
        switch (key) {
            case Key.Listed(var values) -> {
                json.openArray();
                values.forEach(json::value);
                json.closeArray();
            }
            case Key.Near(double value, double tolerance) ->
                json.open().field("value", value).field("tolerance", tolerance).close();
            case Key.Within(var region) -> write(region, json);
            case Key.Void() -> json.open().field(VOID, true).close();
        }
    }

    /** The key that a host sent; empty if it has no shape that any kind takes. Whether it fits a question is said by the rules. */
    public static Optional<Key> read(JsonNode json) {
        return Optional.ofNullable(json.isArray() ? listed(json) : json.has("shape") ? within(json) : near(json));
    }

    /**
     * What {@link #write(Map)} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Map<Integer, Key> stored(JsonNode json) {
        var keys = new HashMap<Integer, Key>();
        for (var entry : json.properties()) {
            var key = entry.getValue().has(VOID) ? Optional.<Key>of(new Key.Void()) : read(entry.getValue());
            keys.put(Integer.valueOf(entry.getKey()), key.orElseThrow(IllegalArgumentException::new));
        }
        return keys;
    }

    private static void write(Region region, JsonText json) {
        json.open().field("shape", region.shape());
        switch (region) {
            case Region.Circle(double x, double y, double r) ->
                json.field("x", x).field("y", y).field("r", r);
            case Region.Rectangle(double x, double y, double width, double height) ->
                json.field("x", x).field("y", y).field("width", width).field("height", height);
        }
        json.close();
    }

    private static Key listed(JsonNode json) {
        List<String> values = json.size() > MAX_VALUES
                ? List.of()
                : json.valueStream()
                        .filter(value -> value.isTextual() && Fields.isName(value.textValue(), MAX_LENGTH))
                        .map(JsonNode::textValue)
                        .toList();
        return values.size() == json.size() ? new Key.Listed(values) : null;
    }

    private static Key near(JsonNode json) {
        return numbers(json, "value", "tolerance")
                ? new Key.Near(number(json, "value"), number(json, "tolerance"))
                : null;
    }

    private static Key within(JsonNode json) {
        var shape = json.path("shape").asText();
        if (shape.equals("circle") && numbers(json, "x", "y", "r")) {
            return new Key.Within(new Region.Circle(number(json, "x"), number(json, "y"), number(json, "r")));
        }
        if (shape.equals("rectangle") && numbers(json, "x", "y", "width", "height")) {
            return new Key.Within(new Region.Rectangle(
                    number(json, "x"), number(json, "y"), number(json, "width"), number(json, "height")));
        }
        return null;
    }

    private static boolean numbers(JsonNode json, String... names) {
        for (var name : names) {
            if (!Fields.isFinite(json.path(name))) {
                return false;
            }
        }
        return true;
    }

    /** Minus zero would come back as another key than it was stored. */
    private static double number(JsonNode json, String name) {
        return json.path(name).doubleValue() + 0.0;
    }
}
