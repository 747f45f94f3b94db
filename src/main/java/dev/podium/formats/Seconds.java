package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.Code;
import dev.podium.http.FieldError;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A time limit as a cell has it.
 *
 * @param millis 0 where the default is taken
 * @param note what had to be changed; nullable
 */
record Seconds(int millis, FieldError note) {
    private static final int MIN = 5;
    private static final int MAX = 300;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([.,]0+)?\\s*(s|sec|secs|seconds)?");

    static Seconds read(String cell) {
        if (cell.isEmpty()) return new Seconds(0, note(Code.REQUIRED, "There is no time limit; the default is taken."));
        var seconds = WRITTEN.matcher(cell.toLowerCase(Locale.ROOT));
        if (!seconds.matches()) {
            return new Seconds(0, note(Code.NOT_A_NUMBER, "This is no time in seconds; the default is taken."));
        }
        var asked = Integer.parseInt(seconds.group(1));
        var taken = Math.clamp(asked, MIN, MAX);
        return new Seconds(
                taken * 1_000,
                asked == taken
                        ? null
                        : note(Code.OUT_OF_RANGE, "From 5 to 300 seconds are possible; the nearest is taken."));
    }

    ObjectNode into(ObjectNode question) {
        return millis == 0 ? question : question.put("timeLimitMs", millis);
    }

    private static FieldError note(Code code, String message) {
        return new FieldError("timeLimitMs", code, message);
    }
}
