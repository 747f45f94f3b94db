package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest(name = "{0} is compared as {1}")
    @CsvSource({
        "Ada, ada",
        "straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, straße",
        "ＡＤＡ１, ada1",
        "ﬁne, fine",
        "①, 1",
        "ΟΔΟΣ, οδος",
        "οδοσ, οδος",
        "ı, i",
        "I, i",
        "İ, i\u0307",
        "Ça, ça",
        "C\u0327a, ça",
        "' a  \u00A0\u3000\tb\u2028', 'a b'",
        "ﷺ, صلى الله عليه وسلم"
    })
    void textsAreComparedFolded(String text, String folded) {
        assertThat(Fold.of(text)).isEqualTo(folded);
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Fold.of("TITLE")).isEqualTo(Fold.of("title")).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingFoldsToNothing() {
        assertThat(Fold.of("")).isEmpty();
        assertThat(Fold.of(" \n\t")).isEmpty();
    }
}
