package dev.podium.media;

import dev.podium.content.Recognised;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A quiz that came as a zip with its media, read and judged; nothing of it is kept yet. */
public final class Archive {
    /** How the quiz is called in it. */
    static final String QUIZ = "quiz.json";

    private static final Pattern NAMED = Pattern.compile("/media/([0-9a-f]{64})");

    private final byte[] quiz;
    private final List<Recognised> media;

    Archive(byte[] quiz, List<Recognised> media) {
        this.quiz = quiz;
        this.media = media;
    }

    /** Its JSON, in which media are named as they will be kept. */
    public byte[] quiz() {
        return quiz;
    }

    List<Recognised> media() {
        return media;
    }

    /** The hashes that a quiz names, in their order. */
    static Set<String> named(String quiz) {
        var hashes = new LinkedHashSet<String>();
        NAMED.matcher(quiz).results().forEach(found -> hashes.add(found.group(1)));
        return hashes;
    }
}
