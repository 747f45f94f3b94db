package dev.podium.formats;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table of a file, whatever it came as. */
record Sheet(List<Line> lines) {
    static final int MAX_LINES = 10_000;
    private static final int MAX_CELLS = 100;
    /** What a workbook may unpack to. */
    private static final long MAX_UNPACKED = 64L * 1024 * 1024;

    private static final int MAX_ENTRIES = 1_000;
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

    static Sheet ofCsv(String text) {
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        var lines = new ArrayList<Line>();
        try (MappingIterator<List<String>> records = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerForListOf(String.class)
                .with(schema)
                .readValues(text)) {
            var number = 1;
            while (records.hasNext()) {
                var cells = records.next();
                add(lines, new Line(number, cut(cells)));
                number += 1 + breaks(cells);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem.Refusal refusal) throw refusal;
            throw Problem.invalid("file", Code.INVALID, "This table has a quotation mark that does not end.")
                    .refusal();
        }
        return new Sheet(lines);
    }

    /** The first sheet that has something in it. */
    static Sheet ofWorkbook(byte[] file) {
        refuseBomb(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook.getSheets().toList()) {
                var lines = new ArrayList<Line>();
                try (var rows = sheet.openStream()) {
                    rows.forEach(row -> add(lines, new Line(row.getRowNum(), cells(row))));
                }
                if (!lines.isEmpty()) return new Sheet(lines);
            }
            return new Sheet(List.of());
        } catch (IOException | ExcelReaderException e) {
            throw Problem.invalid("file", Code.INVALID, "This workbook cannot be read.")
                    .refusal();
        }
    }

    private static void add(List<Line> lines, Line line) {
        if (lines.size() == MAX_LINES) {
            throw Problem.invalid("file", Code.TOO_MANY, "At most 10,000 rows are possible.")
                    .refusal();
        }
        lines.add(line);
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), MAX_CELLS); i++) {
            cells.add(row.getOptionalCell(i).map(cell -> plain(cell.getText())).orElse(""));
        }
        return cells;
    }

    /** Excel writes a whole number as 4.0 at times, and people mean 4. */
    private static String plain(String text) {
        return text == null ? "" : text.matches("-?\\d{1,15}\\.0") ? text.substring(0, text.length() - 2) : text;
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

    /** What stands most often outside of quotation marks. */
    private static char separator(String text) {
        var best = ',';
        var most = 0;
        for (var candidate : new char[] {',', ';', '\t'}) {
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

    static void refuseBomb(byte[] file) {
        var buffer = new byte[8_192];
        var unpacked = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entries = 0; zip.getNextEntry() != null; entries++) {
                for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MAX_UNPACKED) throw tooLarge();
                }
                if (entries > MAX_ENTRIES) throw tooLarge();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.invalid("file", Code.INVALID, "This workbook cannot be read.")
                    .refusal();
        }
    }

    private static RuntimeException tooLarge() {
        return Problem.tooLarge("An archive may unpack to 64 MiB at most.").refusal();
    }
}
