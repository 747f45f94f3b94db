package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {
    @Test
    void copiesAreCounted() {
        assertThat(Titles.next("Rivers")).isEqualTo("Rivers (2)");
        assertThat(Titles.next("Rivers (2)")).isEqualTo("Rivers (3)");
        assertThat(Titles.next("x".repeat(120))).hasSize(120).endsWith("x (2)");
    }

    @Test
    void aFileIsNamedAfterItsQuizInAnyScript() {
        assertThat(Titles.fileName("Around the world")).isEqualTo("Around-the-world");
        assertThat(Titles.fileName("../../etc/passwd\r\n\"")).isEqualTo("etc-passwd");
        assertThat(Titles.fileName("世界一周!")).isEqualTo("世界一周");
        assertThat(Titles.fileName("?!")).isEqualTo("quiz");
    }

    @Test
    void aFileHasAnAsciiNameToo() {
        assertThat(Titles.asciiFileName("Über Flüsse")).isEqualTo("uber-flusse");
        assertThat(Titles.asciiFileName("世界一周")).isEqualTo("quiz");
    }

    @Test
    void aQuizWithoutATitleIsNamedAfterItsFile() {
        assertThat(Titles.ofFile("rivers of asia.json")).isEqualTo("rivers of asia");
        assertThat(Titles.ofFile(null)).isEqualTo("Quiz");
        assertThat(Titles.ofFile(".json")).isEqualTo("Quiz");
        assertThat(Titles.ofFile("x".repeat(500) + ".json")).hasSize(120);
    }
}
