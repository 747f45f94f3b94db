package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {
    @ParameterizedTest
    @CsvSource({
        "Paris\u200B, Paris",
        "\u200BParis, Paris",
        "Pa\u200Bris, Paris",
        "Paris\u2060, Paris",
        "Paris\u200E, Paris",
        "\u200FParis, Paris",
        "Pa\u00ADris, Paris",
        "\uFEFFParis, Paris",
        "Ada\u200D, Ada",
        "A\u200Dda, Ada",
        "Ada\uFE0F, Ada",
        "'Paris \u200B\n\n', Paris",
        "'\u200B\u200D\uFE0F', ''",
        "'\u200E\u200F', ''"
    })
    void whatNobodySeesIsLeftOut(String typed, String shown) {
        assertThat(DisplayText.of(typed)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨\u200D👩\u200D👧\u200D👦",
                "👩🏻\u200D❤\uFE0F\u200D💋\u200D👩🏼",
                "❤\uFE0F",
                "1\uFE0F\u20E3",
                "‼\uFE0F",
                "↔\uFE0F",
                "🏳\uFE0F\u200D🌈",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "می\u200Cخواهم",
                "ක්\u200Dෂ",
                "അവന്\u200D",
                "辻\uDB40\uDD00",
                "ការ\u200Bសិក្សា",
                "שלום (C++\u200E) עולם"
            })
    void whatShapesAWordOrAnEmojiStays(String typed) {
        assertThat(DisplayText.of(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  print(i)", "for i in 1,2:\n  print(i)", "a  b", "naïve", "e\u0301", "“x” – ’y’", "H₂O"})
    void whatIsSeenStaysAsItWasTyped(String typed) {
        assertThat(DisplayText.of(typed)).isEqualTo(typed);
    }

    @Property
    void itIsComparedAsWhatWasTyped(@ForAll("typed") String text) {
        assertThat(Fold.of(DisplayText.of(text))).isEqualTo(Fold.of(text));
    }

    @Property
    void leavingOutTwiceIsLeavingOutOnce(@ForAll("typed") String text) {
        assertThat(DisplayText.of(DisplayText.of(text))).isEqualTo(DisplayText.of(text));
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of(
                        "a",
                        "Z",
                        "7",
                        "!",
                        " ",
                        "\n",
                        "字",
                        "ر",
                        "ක",
                        "❤",
                        "👩",
                        "🏴",
                        "\u200B",
                        "\u200C",
                        "\u200D",
                        "\u200E",
                        "\u2060",
                        "\u00AD",
                        "\uFE0F",
                        "\uDB40\uDC67",
                        "\uDB40\uDC7F",
                        "\u202A",
                        "\uFEFF")
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join("", pieces));
    }
}
