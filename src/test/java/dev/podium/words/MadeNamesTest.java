package dev.podium.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Filter;
import dev.podium.game.Nickname;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "es", "fr", "zh-Hans", "ar"})
    void each_language_has_hundreds_of_names_and_all_are_fit_for_a_screen(String language) {
        var random = new Random(1);
        var names = Stream.generate(() -> MadeNames.draw(language, random))
                .limit(20_000)
                .map(Nickname::text)
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(400);
        assertThat(names).allMatch(name -> UnfitWords.fit(name, Filter.MEDIUM, language));
    }

    @Test
    void who_speaks_another_language_has_an_english_name() {
        assertThat(MadeNames.draw("fi", new Random(1)).text())
                .isEqualTo(MadeNames.draw(null, new Random(1)).text())
                .matches("[A-Z][a-z]+ [A-Z][a-z]+");
    }
}
