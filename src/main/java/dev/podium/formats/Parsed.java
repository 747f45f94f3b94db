package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.FieldError;
import java.util.List;

/**
 * What a file of another program says.
 *
 * @param format its name, as in {@code aiken}
 */
public record Parsed(String format, List<Row> rows) {
    /**
     * @param number as a person sees it in the file: a line or a sheet's row, from 1
     * @param question null when it cannot be read at all
     * @param note what was changed, or why there is no question; nullable
     */
    public record Row(int number, ObjectNode question, FieldError note) {}

    public Parsed {
        rows = List.copyOf(rows);
    }
}
