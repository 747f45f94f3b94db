package dev.podium.formats;

import java.util.List;

/** In an answer to be typed, Moodle takes a star for anything: nothing that could be compared. One after a backslash is a star. */
final class Stars {
    private Stars() {}

    /** Those that are no patterns, as they are typed. */
    static List<String> typed(List<String> answers) {
        return answers.stream()
                .filter(it -> !it.replace("\\*", "").contains("*"))
                .map(it -> it.replace("\\*", "*"))
                .toList();
    }

    static String written(String answer) {
        return answer.replace("*", "\\*");
    }
}
