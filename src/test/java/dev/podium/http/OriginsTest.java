package dev.podium.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void aPageOfOursIsOursBehindTlsToo() {
        assertThat(Origins.same("http://192.168.0.7:8080", "192.168.0.7:8080")).isTrue();
        assertThat(Origins.same("https://quiz.example.org", "Quiz.example.org")).isTrue();
        assertThat(Origins.same("https://quiz.example.org", "quiz.example.org:443"))
                .isTrue();
        assertThat(Origins.same("http://[::1]:8080", "[::1]:8080")).isTrue();
    }

    @Test
    void anotherHostOrPortIsForeignAndSoIsNone() {
        assertThat(Origins.same("https://evil.example.org", "quiz.example.org")).isFalse();
        assertThat(Origins.same("http://localhost:3000", "localhost:8080")).isFalse();
        assertThat(Origins.same("http://quiz.example.org.evil.org", "quiz.example.org"))
                .isFalse();
        assertThat(Origins.same("null", "")).isFalse();
        assertThat(Origins.same("", "")).isFalse();
        assertThat(Origins.same("http://a b", "a b")).isFalse();
    }
}
