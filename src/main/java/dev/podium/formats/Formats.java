package dev.podium.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by its content which program a file is of, and writes files of other programs. */
public final class Formats {
    private static final Pattern JSON = Pattern.compile("\\s*(\\{|\\[\\s*[\\[\\]{\"\\d-]).*", Pattern.DOTALL);

    private static final Set<String> QTI = Set.of("assessmentItem", "assessmentTest", "questestinterop");

    /** What people have, and cannot be read: known by an entry of the archive. */
    private static final Map<String, String> ARCHIVES = archives();

    private static Map<String, String> archives() {
        var names = new LinkedHashMap<String, String>();
        names.put("imsmanifest.xml", "This is QTI, which cannot be read yet.");
        names.put("collection.anki2", "This is a package of Anki: export its notes as plain text.");
        names.put("word/document.xml", "This is a document of Word: copy its questions and paste them as a list.");
        names.put("ppt/presentation.xml", "This is a presentation: copy its questions and paste them as a list.");
        names.put("META-INF/manifest.xml", "This is OpenDocument: save it as Excel (.xlsx) or CSV.");
        return names;
    }

    private Formats() {}

    /**
     * @return empty when it is of none that is known here
     * @throws dev.podium.http.Problem.Refusal 413 or 422 when the file is known, but cannot be read
     */
    public static Optional<Parsed> read(byte[] file) {
        var parsed = parsed(file);
        if (parsed.isPresent() && parsed.get().rows().size() > Sheet.MAX_LINES) throw Sheet.tooMany();
        return parsed;
    }

    private static Optional<Parsed> parsed(byte[] file) {
        if (begins(file, 'P', 'K')) return ofZip(file);
        if (begins(file, 0xD0, 0xCF)) throw refused("This is an old Excel or Word file: save it as .xlsx or CSV.");
        if (begins(file, '%', 'P', 'D', 'F')) {
            throw refused("This is a PDF: copy its questions and paste them as a list.");
        }
        var text = TextFile.read(file);
        if (text.indexOf('\0') >= 0) throw refused("This is neither a text nor a workbook.");
        if (JSON.matcher(text).matches()) return OpenTdb.read(text);
        if (text.stripLeading().startsWith("<")) return ofXml(Xml.parse(text.strip()));
        if (Gift.isNamed(text)) return Gift.read(text);
        if (Table.beginsAsOne(text)) return Table.read(Sheet.ofCsv(text));
        return Stream.<Reader>of(
                        Cards::ofAnki, Aiken::read, Gift::read, Lists::read, Cards::ofQuizlet, Formats::ofTable)
                .flatMap(reader -> reader.read(text).stream())
                .findFirst();
    }

    private interface Reader {
        Optional<Parsed> read(String text);
    }

    /**
     * Reads a table whose columns somebody has named.
     *
     * @param first the line or row of the first question, from 1
     * @throws dev.podium.http.Problem.Refusal 413 or 422 when it is no table
     */
    public static Parsed read(byte[] file, Columns columns, int first) {
        if (!begins(file, 'P', 'K')) return Table.read(Sheet.ofCsv(TextFile.read(file)), columns, first);
        return sheets(file).stream()
                .findFirst()
                .map(sheet -> Table.read(sheet, columns, first))
                .orElseThrow(() -> refused("This workbook is empty."));
    }

    private static Optional<Parsed> ofTable(String text) {
        return Table.guess(Sheet.ofCsv(text));
    }

    private static Optional<Parsed> ofXml(Xml root) {
        if (QTI.contains(root.name())) throw refused(ARCHIVES.get("imsmanifest.xml"));
        return MoodleXml.read(root);
    }

    private static Optional<Parsed> ofZip(byte[] file) {
        var names = Archive.names(file);
        for (var archive : ARCHIVES.entrySet()) {
            if (names.contains(archive.getKey())) throw refused(archive.getValue());
        }
        if (!names.contains("xl/workbook.xml")) return Optional.empty();
        return KahootReport.read(file).or(() -> {
            var sheet = sheets(file).stream().findFirst();
            return sheet.flatMap(Table::read).or(() -> sheet.flatMap(Table::guess));
        });
    }

    /** The one with known heads first: others are advice, or what the questions were made of. */
    private static List<Sheet> sheets(byte[] file) {
        return Sheet.ofWorkbook(file).stream()
                .sorted((a, b) ->
                        Boolean.compare(Table.read(b).isPresent(), Table.read(a).isPresent()))
                .toList();
    }

    /** What {@link #write} knows. */
    public static final List<String> WRITTEN = List.of("kahoot", "gift", "moodle");

    /**
     * Writes questions of the library as another program's file.
     *
     * @param format one of {@link #WRITTEN}
     * @param pictures finds one by its address, where it is to be in the file, if the format has pictures
     */
    public static Written write(
            String format, Iterable<JsonNode> questions, Function<String, Optional<Attached>> pictures) {
        return switch (format) {
            case "kahoot" -> KahootTemplate.write(questions);
            case "gift" -> GiftFile.write(questions);
            case "moodle" -> MoodleFile.write(questions, pictures);
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static boolean begins(byte[] file, int... signs) {
        if (file.length < signs.length) return false;
        for (var i = 0; i < signs.length; i++) if (file[i] != (byte) signs[i]) return false;
        return true;
    }

    private static RuntimeException refused(String message) {
        return Problem.invalid("file", Code.UNKNOWN, message).refusal();
    }
}
