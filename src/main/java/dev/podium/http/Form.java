package dev.podium.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A JSON object read strictly: each accessor answers with a usable value and writes down what was wrong, so that one reply
 * names every mistake. Values of a form with {@linkplain #hasErrors() errors} are placeholders and must not be used.
 *
 * <p>Lengths are code points. Fields nobody asks for are ignored.
 */
public final class Form {
    /** More than these help nobody, and a reply stays bounded. */
    private static final int MAX_ERRORS = 100;

    private final JsonNode node;
    private final String path;
    private final List<FieldError> errors;

    private Form(JsonNode node, String path, List<FieldError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /**
     * @param body what was sent, null for nothing
     * @throws Problem.Refusal 422 if it is no object
     */
    public static Form of(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.invalid("", Code.INVALID, "A JSON object is expected.")
                    .refusal();
        }
        return new Form(body, "", new ArrayList<>());
    }

    /** @throws Problem.Refusal 422 with everything that was wrong, if anything was */
    public void check() {
        if (hasErrors()) {
            throw Problem.invalid(errors).refusal();
        }
    }

    /** Whether anything was wrong, in this form or in one it belongs to. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether nothing was wrong with this field so far. */
    public boolean clean(String name) {
        var at = pathOf(name);
        return errors.stream().noneMatch(error -> error.field().equals(at));
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Writes down a mistake in a field of this form. */
    public void error(String name, Code code, String message) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(pathOf(name), code, message));
        }
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The field as it was sent, null when absent. */
    public JsonNode raw(String name) {
        return has(name) ? node.get(name) : null;
    }

    /** A text with something in it, at most {@code max} long. */
    public String text(String name, int max) {
        var value = optionalText(name, max);
        if (value == null && clean(name)) {
            error(name, Code.REQUIRED, "A text is required.");
        }
        return value == null ? "" : value;
    }

    /** The same, or null when it is absent or blank. */
    public String optionalText(String name, int max) {
        return has(name) ? textOf(name, node.get(name), max) : null;
    }

    /** A list of texts, each with something in it. */
    public List<String> texts(String name, int min, int max, int maxLength) {
        var list = new ArrayList<String>();
        var index = 0;
        for (var element : array(name, min, max)) {
            var at = name + "[" + index++ + "]";
            var wrong = errors.size();
            var text = textOf(at, element, maxLength);
            if (text == null && errors.size() == wrong) {
                error(at, Code.REQUIRED, "A text is required.");
            }
            list.add(text == null ? "" : text);
        }
        return list;
    }

    /** A list of objects; an absent list counts as empty. */
    public List<Form> forms(String name, int min, int max) {
        var list = new ArrayList<Form>();
        var index = 0;
        for (var element : array(name, min, max)) {
            var at = name + "[" + index++ + "]";
            if (!element.isObject()) {
                error(at, Code.INVALID, "An object is expected.");
            }
            list.add(new Form(element.isObject() ? element : empty(), pathOf(at), errors));
        }
        return list;
    }

    /** The elements of a list as they were sent. */
    public List<JsonNode> array(String name, int min, int max) {
        var value = has(name) ? node.get(name) : JsonNodeFactory.instance.arrayNode();
        if (!value.isArray()) {
            error(name, Code.INVALID, "A list is expected.");
            return List.of();
        }
        if (value.size() < min) {
            error(name, Code.TOO_FEW, "At least " + min + " are needed.");
        }
        if (value.size() > max) {
            error(name, Code.TOO_MANY, "At most " + max + " are possible.");
            return List.of();
        }
        var list = new ArrayList<JsonNode>();
        value.forEach(list::add);
        return list;
    }

    /** An object within this one, or null when it is absent. */
    public Form form(String name) {
        if (!has(name)) {
            return null;
        }
        var value = node.get(name);
        if (!value.isObject()) {
            error(name, Code.INVALID, "An object is expected.");
        }
        return new Form(value.isObject() ? value : empty(), pathOf(name), errors);
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            error(name, Code.INVALID, "true or false is expected.");
        }
        return node.get(name).booleanValue();
    }

    /** A flag that has to be there. */
    public boolean flag(String name) {
        if (!has(name)) {
            error(name, Code.REQUIRED, "true or false is required.");
        }
        return flag(name, false);
    }

    /** A whole number. */
    public long whole(String name, long min, long max, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var value = number(name, min, max);
        if (value != Math.rint(value)) {
            error(name, Code.INVALID, "A whole number is expected.");
        }
        return (long) value;
    }

    /** A number that has to be there; never infinite, never -0. */
    public double number(String name, double min, double max) {
        if (!has(name)) {
            error(name, Code.REQUIRED, "A number is required.");
            return min;
        }
        if (!node.get(name).isNumber()) {
            error(name, Code.NOT_A_NUMBER, "A number is expected.");
            return min;
        }
        var value = node.get(name).doubleValue();
        if (!(value >= min && value <= max)) {
            error(name, Code.OUT_OF_RANGE, "Between " + plain(min) + " and " + plain(max) + " is possible.");
            return min;
        }
        return value + 0.0;
    }

    /** One of the words given; null, and a mistake written down, when it is none of them. */
    public String word(String name, Set<String> words) {
        if (!has(name)) {
            error(name, Code.REQUIRED, "One of " + sorted(words) + " is required.");
            return null;
        }
        if (!node.get(name).isTextual() || !words.contains(node.get(name).textValue())) {
            error(name, Code.UNKNOWN, "One of " + sorted(words) + " is expected.");
            return null;
        }
        return node.get(name).textValue();
    }

    /** Writes down the texts of a list that repeat an earlier one; surrounding space makes no difference. */
    public void distinct(List<String> texts, String pattern) {
        var seen = new HashSet<String>();
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i).strip();
            if (!text.isEmpty() && !seen.add(text)) {
                error(pattern.formatted(i), Code.DUPLICATE, "This is there already.");
            }
        }
    }

    private String textOf(String at, JsonNode value, int max) {
        if (!value.isTextual()) {
            error(at, Code.INVALID, "A text is expected.");
            return null;
        }
        var text = value.textValue();
        if (!Texts.storable(text)) {
            error(at, Code.NOT_ALLOWED, "It has characters that are none: control characters or half of a pair.");
            return null;
        }
        if (text.codePointCount(0, text.length()) > max) {
            error(at, Code.TOO_LONG, "At most " + max + " characters are possible.");
            return null;
        }
        return text.isBlank() ? null : text;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
