package dev.podium.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.http.FieldError;
import java.util.List;

/**
 * What a file of another program says.
 *
 * @param format its name, as in {@code aiken}
 * @param grid how a table was read; null when it is none
 * @param tags what the program has the questions under
 */
public record Parsed(String format, List<Row> rows, Grid grid, List<String> tags) {
    /**
     * @param number as a person sees it in the file: a line or a sheet's row, from 1
     * @param question null when it cannot be read at all
     * @param note what was changed, or why there is no question; nullable
     * @param pictures that the file itself holds
     */
    public record Row(int number, ObjectNode question, FieldError note, List<Picture> pictures) {
        public Row {
            pictures = List.copyOf(pictures);
        }

        Row(int number, ObjectNode question, FieldError note) {
            this(number, question, note, List.of());
        }
    }

    /**
     * A file inside a file, unread.
     *
     * @param of the question, or one of its choices
     * @param words what it shows; empty where nobody says so
     */
    public record Picture(ObjectNode of, byte[] file, String words) {}

    /**
     * @param first the line or row of the first question
     * @param guessed whether nothing in the table says what its columns hold
     * @param top how it begins
     */
    public record Grid(Columns columns, int first, boolean guessed, List<Top> top) {}

    /** A line or a row as it stands there. */
    public record Top(int row, List<String> cells) {}

    public Parsed {
        rows = List.copyOf(rows);
        tags = List.copyOf(tags);
    }

    Parsed(String format, List<Row> rows) {
        this(format, rows, null, List.of());
    }

    Parsed(String format, List<Row> rows, List<String> tags) {
        this(format, rows, null, tags);
    }
}
