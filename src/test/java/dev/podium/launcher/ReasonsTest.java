package dev.podium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {
    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void file() {
        log = folder.resolve("a.log");
    }

    @Test
    void usual_reasons_are_told_in_a_line() throws IOException {
        assertThat(reason("podium: first\npodium: port 1 is taken.\nmore")).isEqualTo("port 1 is taken.");
        assertThat(reason("java.io.IOException: No space left on device")).startsWith("the disk is full: make room");
        assertThat(reason("npm error code ENOTFOUND")).startsWith("no network: the first run downloads about 600 MB");
        assertThat(reason("Could not resolve host: Unknown host")).startsWith("no network: ");
        assertThat(reason("BUILD FAILURE")).startsWith("that did not work; the whole log is ");
    }

    @Test
    void progress_is_what_maven_has_fetched_or_where_a_native_build_is() throws IOException {
        assertThat(progress("[INFO] Downloaded from central: https://x/a.jar (900 kB at 1.2 MB/s)"))
                .isEmpty();
        assertThat(progress("""
            [INFO] Downloading from central: https://x/a.jar
            [INFO] Downloaded from central: https://x/a.jar (1.5 MB at 1.2 MB/s)
            Downloaded from central: https://x/b.jar (512 kB at 2 MB/s)
            [INFO] Downloaded from central: https://x/c.pom (600 B at 2 kB/s)
            """)).isEqualTo(", 2 MB");
        assertThat(progress("[1/8] Initializing...\n[2/8] Performing analysis...\n"))
                .isEqualTo(", [2/8]");
    }

    private String reason(String text) throws IOException {
        Files.writeString(log, text);
        return Reasons.of(log, new Terminal(false)).getMessage();
    }

    private String progress(String text) throws IOException {
        Files.writeString(log, text);
        return Reasons.progress(log);
    }
}
