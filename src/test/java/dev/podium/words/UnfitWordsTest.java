package dev.podium.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnfitWordsTest {
    @ParameterizedTest
    @CsvSource({
        "en, what an Asshole",
        "de, du Arschloch!",
        "es, hijo de puta",
        "fr, Fils de  pute",
        "zh, 你他妈的",
        "ar, طيز",
        "de, FUCK you",
        "pt, asshole",
        "fi, Arschloch"
    })
    void a_word_of_the_games_language_and_an_english_one_stand_on_no_screen(String language, String text) {
        assertThat(UnfitWords.fit(text, Filter.MEDIUM, language)).isFalse();
        assertThat(UnfitWords.fit(text, Filter.STRICT, language)).isFalse();
        assertThat(UnfitWords.fit(text, Filter.OFF, language)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f u c k", "fuuuuck", "xXfuckXx", "@sshole", "fuckteacher", "Arschloch", "f.u.c.k"})
    void who_looks_closely_sees_through_disguises_and_reads_all_languages(String text) {
        assertThat(UnfitWords.fit(text, Filter.MEDIUM, "en")).isTrue();
        assertThat(UnfitWords.fit(text, Filter.STRICT, "en")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada", "Essex", "Class 4b", "as good as it gets", "Zoë 🦊", "Bass", "Émilie", "李雷", "فاطمة", ""})
    void names_of_people_are_fit_however_closely_one_looks(String text) {
        assertThat(UnfitWords.fit(text, Filter.STRICT, "en")).isTrue();
    }

    @Test
    void a_text_as_long_as_there_may_be_is_read_at_once() {
        var text = "a".repeat(250);
        for (int i = 0; i < 200; i++)
            assertThat(UnfitWords.fit(text, Filter.STRICT, null)).isTrue();
    }
}
