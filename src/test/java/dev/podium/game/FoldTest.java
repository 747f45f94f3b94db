package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTest {
    /** What people type, and what keyboards, word processors and web pages make of it. */
    private static final String[] PIECES = {
        "a", "B", "z", "7", "I", "i", "ß", "É", "e\u0301", "ü", "ł", "Ø", "Æ", "İ", "ı", "Σ", "σ", "Ж", "字", "한", "ر",
        "ﬁ", "Ａ", "①", "²", "😀", "❤", "'", "’", "´", "`", "ʼ", "\"", "“", "»", "-", "–", "\u2011", "\u2212", "\u00AD",
        "\u200B", "\u200D", "\uFE0F", "\uFEFF", "\u200E", " ", "\u00A0", "\u3000", "\t", "\n", "."
    };

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bothSidesOfTheWireFoldAlike(JsonNode example) {
        assertThat(Fold.of(example.get("input").textValue()))
                .isEqualTo(example.get("folded").textValue());
        assertThat(Fold.withoutAccents(example.get("input").textValue()))
                .isEqualTo(example.get("forgiving").textValue());
    }

    static Stream<JsonNode> bothSidesOfTheWireFoldAlike() throws IOException {
        return new ObjectMapper()
                .readTree(new File("src/test/resources/golden/folding.json"))
                .valueStream();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Guns N\u2019 Roses, Guns N' Roses",
        "it\u2018s, it's",
        "O'Neil, O\u00B4Neil",
        "Paris\u200B, Paris",
        "Paris\u2060, Paris",
        "Paris\u200E, Paris",
        "Paris\u00AD, Paris",
        "1914\u20131918, 1914-1918",
        "x-ray, x\u2011ray",
        "-5, \u22125",
        "İstanbul, istanbul",
        "İSTANBUL, Istanbul",
        "❤, ❤\uFE0F",
        "Straße, STRASSE",
        "'the  eternal\u00A0city', The Eternal City"
    })
    void whatLooksTheSameIsTheSame(String key, String typed) {
        assertThat(Fold.of(typed)).isEqualTo(Fold.of(key));
    }

    @ParameterizedTest(name = "{0} is {1} only where accents are forgiven")
    @CsvSource({"café, cafe", "Zürich, Zurich", "łódź, lodz", "Þór, Thor", "Ærø, Aero", "cœur, coeur", "Đorđe, dorde"})
    void accentsCountUnlessTheyAreForgiven(String key, String typed) {
        assertThat(Fold.of(typed)).isNotEqualTo(Fold.of(key));
        assertThat(Fold.withoutAccents(typed)).isEqualTo(Fold.withoutAccents(key));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"Ro me, Rome", "x-ray, xray", "its, it's", "Paris, Pari", "zurich, zuerich"})
    void whatIsTypedOtherwiseStaysDifferent(String key, String typed) {
        assertThat(Fold.withoutAccents(typed)).isNotEqualTo(Fold.withoutAccents(key));
    }

    @Test
    void theStepsHaveTheContractsOrder() {
        assertThat(Fold.of("e\u200B\u0301"))
                .as("invisible ones go before NFKC joins")
                .isEqualTo("é");
        assertThat(Fold.of("\u2460\u200B")).as("NFKC makes digits, in any case").isEqualTo("1");
        assertThat(Fold.of("10\u207B\u00B3"))
                .as("what NFKC makes a minus stays one")
                .isEqualTo("10\u22123");
        assertThat(Fold.of("I\u0307")).as("the dot above goes after lower case").isEqualTo("i");
        assertThat(Fold.of("a\u200B \u200Bb")).as("spaces are collapsed last").isEqualTo("a b");
        assertThat(Fold.of("\u00A8")).as("also those that NFKC makes").isEqualTo("\u0308");
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
        assertThat(Fold.of(" \n\t\u200B\uFEFF")).isEmpty();
    }

    @Property
    void foldingAgainChangesNothing(@ForAll("typed") String text) {
        assertThat(Fold.of(Fold.of(text))).isEqualTo(Fold.of(text));
        assertThat(Fold.withoutAccents(Fold.withoutAccents(text))).isEqualTo(Fold.withoutAccents(text));
    }

    @Property
    void whatIsAlikeWithAccentsIsAlikeWithout(@ForAll("typed") String text) {
        assertThat(Fold.withoutAccents(Fold.of(text))).isEqualTo(Fold.withoutAccents(text));
    }

    @Property
    void caseSpacesAndInvisibleCharactersMakeNoDifference(@ForAll("typed") String text) {
        var folded = Fold.of(text);
        assertThat(Fold.of(folded.toUpperCase(Locale.ROOT))).isEqualTo(folded);
        assertThat(Fold.of("\u200B " + text.replace(" ", "\u00A0 ") + "\uFEFF\n"))
                .isEqualTo(folded);
        assertThat(folded)
                .doesNotContain("  ", "\u200B", "\u00AD", "\uFE0F", "’", "–")
                .isEqualTo(folded.strip());
    }

    @Property
    void plainAsciiFoldsAsAnyOtherText(@ForAll("ascii") String text) {
        assertThat(Fold.of(text)).isEqualTo(Fold.stepByStep(text));
        assertThat(Fold.withoutAccents(text)).isEqualTo(Fold.withoutMarks(Fold.stepByStep(text)));
    }

    @Test
    void everySignOfAsciiFoldsAsInAnyOtherText() {
        for (var c = '\0'; c <= '\u00FF'; c++) {
            var text = "a" + c + 'B' + c;
            assertThat(Fold.of(text)).as("%04x", (int) c).isEqualTo(Fold.stepByStep(text));
        }
    }

    /** What NFKC or lower case makes a quote, a dash or a ß has passed the step that would have taken it. */
    @Test
    void onlyEightSignsWouldFoldFurther() {
        var further = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(point -> Character.isDefined(point) && Character.getType(point) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .filter(sign -> !Fold.of(Fold.of(sign)).equals(Fold.of(sign)));
        assertThat(String.join("", further.toList())).isEqualTo("\u0149\u1E9E\u1FEF\u2034\u2057\u207B\u208B\uFF40");
    }

    /** Control characters, and many spaces, as well. */
    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.chars().range('\0', '\u007F')),
                        Tuple.of(1, Arbitraries.of(' ', '\t', '`', 'I', '\'')))
                .list()
                .ofMaxSize(24)
                .map(signs -> signs.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }
}
