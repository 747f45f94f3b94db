package dev.podium.library;

import dev.podium.game.Question;
import java.util.List;
import java.util.UUID;

/**
 * A quiz as a game needs it.
 *
 * @param language a BCP 47 tag, or null
 * @param questions may be empty: a quiz is kept before it is complete
 */
public record QuizRecord(UUID id, String title, String language, List<Question> questions) {
    public QuizRecord {
        questions = List.copyOf(questions);
    }
}
