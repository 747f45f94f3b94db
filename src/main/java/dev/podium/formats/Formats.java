package dev.podium.formats;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Tells by its content which program a file is of. */
public final class Formats {
    private static final Pattern JSON = Pattern.compile("\\s*(\\{|\\[\\s*[\\[\\]{\"\\d-]).*", Pattern.DOTALL);

    private static final Set<String> QTI = Set.of("assessmentItem", "assessmentTest", "questestinterop");

    private Formats() {}

    /**
     * @return empty when it is of none that is known here
     * @throws dev.podium.http.Problem.Refusal 413 or 422 when the file is known, but cannot be read
     */
    public static Optional<Parsed> read(byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') return ofZip(file);
        var text = TextFile.read(file);
        if (JSON.matcher(text).matches()) return OpenTdb.read(text);
        if (text.stripLeading().startsWith("<")) return ofXml(Xml.parse(text.strip()));
        if (Table.beginsAsOne(text)) return Table.read(Sheet.ofCsv(text));
        return Aiken.read(text).or(() -> Gift.read(text));
    }

    private static Optional<Parsed> ofXml(Xml root) {
        if (QTI.contains(root.name())) throw qti();
        return MoodleXml.read(root);
    }

    private static Optional<Parsed> ofZip(byte[] file) {
        var names = names(file);
        if (names.contains("imsmanifest.xml")) throw qti();
        return names.contains("xl/workbook.xml") ? Table.read(Sheet.ofWorkbook(file)) : Optional.empty();
    }

    private static RuntimeException qti() {
        return Problem.invalid("file", Code.UNKNOWN, "This is QTI, which cannot be read yet.")
                .refusal();
    }

    private static Set<String> names(byte[] file) {
        Sheet.refuseBomb(file);
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.invalid("file", Code.INVALID, "This archive cannot be read.")
                    .refusal();
        }
        return names;
    }
}
