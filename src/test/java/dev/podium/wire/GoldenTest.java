package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of the wire agree on every message. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FILES = files();
    private static final Map<String, Object> IN = GoldenIn.messages();
    private static final Map<String, String> OUT = GoldenOut.messages();

    @Test
    void everyGoldenMessageIsSpokenByTheServer() {
        assertThat(namesWith(".in.")).containsExactlyInAnyOrderElementsOf(IN.keySet());
        assertThat(namesWith(".out.")).containsExactlyInAnyOrderElementsOf(OUT.keySet());
    }

    @ParameterizedTest
    @MethodSource("incoming")
    void theServerUnderstands(String name) {
        var text = FILES.get(name);
        var read = name.startsWith("host") ? Wire.readHost(text) : Wire.readPlay(text);
        assertThat(read).isEqualTo(new Read.Ok<>(IN.get(name)));
    }

    /** Compared with the order of the fields, as texts without white space. */
    @ParameterizedTest
    @MethodSource("outgoing")
    void theServerSays(String name) throws IOException {
        var said = OUT.get(name);
        assertThat(JSON.readTree(said))
                .hasToString(JSON.readTree(FILES.get(name)).toString());
        assertThat(said.length())
                .as("no superfluous bytes")
                .isLessThanOrEqualTo(FILES.get(name).length());
    }

    static Iterable<String> incoming() {
        return namesWith(".in.");
    }

    static Iterable<String> outgoing() {
        return namesWith(".out.");
    }

    private static Iterable<String> namesWith(String direction) {
        return FILES.keySet().stream().filter(name -> name.contains(direction)).toList();
    }

    private static Map<String, String> files() {
        try (var paths = Files.list(FOLDER)) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .collect(Collectors.toMap(GoldenTest::nameOf, GoldenTest::contentOf, (a, _) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static String contentOf(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
