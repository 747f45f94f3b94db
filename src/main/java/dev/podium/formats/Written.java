package dev.podium.formats;

import dev.podium.http.FieldError;
import java.util.List;

/**
 * A quiz as another program's file.
 *
 * @param extension of its name
 * @param lost what the file cannot hold
 */
public record Written(byte[] file, String mediaType, String extension, List<Loss> lost) {
    /**
     * @param question its place in the quiz, from 1
     * @param what an empty field: the question is not in the file at all
     */
    public record Loss(int question, FieldError what) {}

    public Written {
        lost = List.copyOf(lost);
    }
}
