package dev.podium.formats;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table of a file, whatever it came as. */
record Sheet(List<Line> lines) {
    static final int MAX_LINES = 10_000;
    private static final int MAX_CELLS = Columns.MOST;
    private static final Pattern BREAK = Pattern.compile("\\R");

    /** @param number a sheet's row, or the line of a text where the record begins; from 1 */
    record Line(int number, List<String> cells) {
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Separated by what stands most often outside of quotation marks, or what a first line such as {@code sep=;} names. */
    static Sheet ofCsv(String text) {
        if (!text.startsWith("sep=") || text.length() < 5) return ofCsv(text, separator(text));
        var rest = text.indexOf('\n') + 1;
        return rest == 0 ? new Sheet(List.of()) : ofCsv(text.substring(rest), text.charAt(4), 2);
    }

    static Sheet ofCsv(String text, char separator) {
        return ofCsv(text, separator, 1);
    }

    /** @param first the number of the first line */
    private static Sheet ofCsv(String text, char separator, int first) {
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        try {
            return parsed(text, schema, first);
        } catch (JacksonException e) {
            // One that does not end, or stands for inches: then they are signs like others.
            return unquoted(text, schema.withoutQuoteChar(), first);
        }
    }

    private static Sheet unquoted(String text, CsvSchema schema, int first) {
        try {
            return parsed(text, schema, first);
        } catch (JacksonException e) {
            throw Problem.invalid("file", Code.INVALID, "This table cannot be read.")
                    .refusal();
        }
    }

    private static Sheet parsed(String text, CsvSchema schema, int first) throws JacksonException {
        var lines = new ArrayList<Line>();
        try (MappingIterator<List<String>> records = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerForListOf(String.class)
                .with(schema)
                .readValues(text)) {
            var number = first;
            while (records.hasNextValue()) {
                var cells = records.nextValue();
                add(lines, new Line(number, cut(cells)));
                number += 1 + breaks(cells);
            }
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(lines);
    }

    /** Every sheet that has something in it. */
    static List<Sheet> ofWorkbook(byte[] file) {
        var sheets = new LinkedHashMap<Integer, List<Line>>();
        each(file, _ -> true, (sheet, line) -> add(sheets.computeIfAbsent(sheet, _ -> new ArrayList<>()), line));
        return sheets.values().stream().map(Sheet::new).toList();
    }

    /**
     * Every row of the sheets that are wanted, however many there are.
     *
     * @param wanted by their names
     * @param each takes a sheet's place and a row
     */
    static void each(byte[] file, Predicate<String> wanted, BiConsumer<Integer, Line> each) {
        Archive.names(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet :
                    workbook.getSheets().filter(it -> wanted.test(it.getName())).toList()) {
                try (var rows = sheet.openStream()) {
                    rows.forEach(row -> each.accept(sheet.getIndex(), new Line(row.getRowNum(), cells(row))));
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw Problem.invalid("file", Code.INVALID, "This workbook cannot be read.")
                    .refusal();
        }
    }

    private static void add(List<Line> lines, Line line) {
        if (lines.size() == MAX_LINES) throw tooMany();
        lines.add(line);
    }

    static RuntimeException tooMany() {
        return Problem.invalid("file", Code.TOO_MANY, "At most 10,000 rows are possible.")
                .refusal();
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), MAX_CELLS); i++) {
            cells.add(row.getOptionalCell(i).map(Sheet::text).orElse(""));
        }
        return cells;
    }

    /** Excel writes a whole number as 4.0 at times, and people mean 4. */
    private static String text(Cell cell) {
        var text = cell.getText() == null ? "" : cell.getText();
        var whole = cell.getType() == CellType.NUMBER && text.matches("-?\\d{1,15}\\.0");
        return whole ? text.substring(0, text.length() - 2) : text;
    }

    /** A cell in quotation marks may be of several lines. */
    private static int breaks(List<String> cells) {
        return cells.stream()
                .filter(Objects::nonNull)
                .mapToInt(cell -> (int) BREAK.matcher(cell).results().count())
                .sum();
    }

    private static List<String> cut(List<String> cells) {
        return cells.subList(0, Math.min(cells.size(), MAX_CELLS)).stream()
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private static char separator(String text) {
        var best = ',';
        var most = 0;
        for (var candidate : new char[] {',', ';', '\t', '|'}) {
            var count = 0;
            var quoted = false;
            for (var i = 0; i < Math.min(text.length(), 20_000); i++) {
                var c = text.charAt(i);
                if (c == '"') quoted = !quoted;
                else if (c == candidate && !quoted) count++;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
