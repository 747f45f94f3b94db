package dev.podium.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A quiz that came as a zip with its media, read and judged; nothing of it is kept yet. */
public final class Archive {
    /** How the quiz is called in it. */
    static final String QUIZ = "quiz.json";

    private static final Pattern NAMED = Pattern.compile("/media/([0-9a-f]{64})");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] quiz;
    private final Enclosed media;

    /** @param quiz JSON; what is none will be refused by whoever reads it */
    Archive(String quiz, Enclosed media) {
        this.quiz = quiz.getBytes(StandardCharsets.UTF_8);
        this.media = media;
        uses(quiz);
    }

    /** Its JSON, in which media are named as they will be kept. */
    public byte[] quiz() {
        return quiz;
    }

    public Enclosed media() {
        return media;
    }

    private void uses(String quiz) {
        try {
            var read = JSON.readTree(quiz);
            Set<JsonNode> small = Collections.newSetFromMap(new IdentityHashMap<>());
            small.addAll(read.findValues("phone"));
            for (var used : read.findParents("url")) {
                var hash = hash(used);
                if (hash != null && !small.contains(used)) media.use(hash, hash(used.path("phone")));
            }
        } catch (JsonProcessingException e) {
            // Said where it is read as a quiz.
        }
    }

    private static String hash(JsonNode media) {
        var url = NAMED.matcher(media.path("url").asText());
        return url.matches() ? url.group(1) : null;
    }

    /** The hashes that a quiz names, in their order. */
    static Set<String> named(String quiz) {
        var hashes = new LinkedHashSet<String>();
        NAMED.matcher(quiz).results().forEach(found -> hashes.add(found.group(1)));
        return hashes;
    }
}
