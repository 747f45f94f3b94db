package dev.podium.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A question on its way into another program's file. What nobody takes from it is told as lost, so nothing is forgotten. */
final class Outgoing {
    static final int DEFAULT_MS = 20_000;
    private static final Set<String> UNSCORED = Set.of("poll", "word-cloud", "scale", "slide");

    /** Which pictures the file holds inside. */
    interface Album {
        Album NONE = (_, _) -> Optional.empty();

        /** @param text beside which it is to be seen; @return empty where that is not possible */
        Optional<Picture> place(JsonNode media, String text);
    }

    /** @param words what it shows; empty where nobody says so */
    record Picture(Attached file, String words) {}

    private final int number;
    private final JsonNode question;
    private final Album album;
    private final Map<JsonNode, Optional<Picture>> placed = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>(Set.of("kind"));
    private final List<Written.Loss> lost = new ArrayList<>();

    private Outgoing(int number, JsonNode question, Album album) {
        this.number = number;
        this.question = question;
        this.album = album;
    }

    /**
     * Writes one question after the other.
     *
     * @param each whether the format has this kind of question
     */
    static List<Written.Loss> all(Iterable<JsonNode> questions, Predicate<Outgoing> each) {
        return all(questions, Album.NONE, each);
    }

    static List<Written.Loss> all(Iterable<JsonNode> questions, Album album, Predicate<Outgoing> each) {
        var lost = new ArrayList<Written.Loss>();
        var number = 0;
        for (var question : questions) {
            var outgoing = new Outgoing(++number, question, album);
            if (question.path("draft").asBoolean())
                outgoing.leaveOut(Code.REQUIRED, "It is not finished, and not in the file.");
            else if (outgoing.isWordless())
                outgoing.leaveOut(Code.NOT_ALLOWED, "Answers without words are not possible in the file.");
            else if (each.test(outgoing)) outgoing.tellRest();
            else if (outgoing.lost.isEmpty())
                outgoing.leaveOut(Code.NOT_ALLOWED, "This kind of question is not possible in the file.");
            lost.addAll(outgoing.lost);
        }
        return lost;
    }

    /** Whether an answer is a picture alone, and one that the file has not. */
    private boolean isWordless() {
        return question.path("choices")
                .valueStream()
                .anyMatch(choice -> choice.path("text").asText().isBlank()
                        && picture(choice.path("media"), "").isEmpty());
    }

    private Optional<Picture> picture(JsonNode media, String text) {
        return placed.computeIfAbsent(media, it -> album.place(it, text));
    }

    /** The question's own, which is to be seen with its text. */
    Optional<Picture> picture() {
        var found = picture(question.path("media"), text("text"));
        if (found.isPresent()) taken.add("media");
        return found;
    }

    int number() {
        return number;
    }

    String kind() {
        return question.path("kind").asText();
    }

    String text(String field) {
        taken.add(field);
        return clean(question.path(field).asText());
    }

    /** For a format that can say so. */
    boolean isMarkdown() {
        return text("format").equals(Questions.MARKDOWN);
    }

    boolean flag(String field) {
        taken.add(field);
        return question.path(field).asBoolean();
    }

    double number(String field) {
        taken.add(field);
        return question.path(field).asDouble();
    }

    int millis() {
        taken.add("timeLimitMs");
        return question.path("timeLimitMs").asInt(DEFAULT_MS);
    }

    List<String> texts(String field) {
        taken.add(field);
        return question.path(field).valueStream().map(it -> clean(it.asText())).toList();
    }

    record Choice(String text, boolean right, Optional<Picture> picture) {
        Choice(String text, boolean right) {
            this(text, right, Optional.empty());
        }
    }

    List<Choice> choices() {
        taken.add("choices");
        var choices = new ArrayList<Choice>();
        for (var choice : question.path("choices")) {
            var text = clean(choice.path("text").asText());
            var picture = picture(choice.path("media"), text);
            if (choice.has("media") && picture.isEmpty())
                lose("choices[" + choices.size() + "].media", "This picture is not in the file.");
            choices.add(new Choice(text, choice.path("correct").asBoolean(), picture));
        }
        return choices;
    }

    /** Of a number's slider a file says nothing; it is lost unless it is the one that is guessed from what is right. */
    void takeRange(double correct, double tolerance) {
        var guessed = Questions.number("", correct, tolerance);
        for (var field : List.of("min", "max", "step")) {
            if (guessed.get(field).asDouble() == question.path(field).asDouble()) taken.add(field);
        }
    }

    void lose(String field, String message) {
        lost.add(new Written.Loss(number, new FieldError(field, Code.NOT_ALLOWED, message)));
    }

    /** @return false, for a format that has no place for the question */
    boolean leaveOut(Code code, String message) {
        lost.clear();
        lost.add(new Written.Loss(number, new FieldError("", code, message)));
        return false;
    }

    private void tellRest() {
        for (var field : question.properties()) {
            if (!taken.contains(field.getKey()) && !isDefault(field.getKey(), field.getValue())) {
                lose(field.getKey(), "This is not in the file.");
            }
        }
    }

    private boolean isDefault(String field, JsonNode value) {
        return switch (field) {
            case "timeLimitMs" -> value.asInt() == DEFAULT_MS;
            case "points" -> value.asInt() == (UNSCORED.contains(kind()) ? 0 : 1_000);
            case "format" -> !value.asText().equals(Questions.MARKDOWN);
            case "tolerance" -> value.asDouble() == 0;
            default -> false;
        };
    }

    /** As every format can hold it: one kind of line break, no characters that XML has not. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\uFFFE", "")
                .replace("\uFFFF", "")
                .strip();
    }
}
