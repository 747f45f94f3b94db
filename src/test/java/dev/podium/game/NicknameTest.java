package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String KISS = "👩🏻‍❤️‍💋‍👩🏼";
    private static final String ENGLAND = "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

    @Test
    void aNameIsTrimmedAndItsSpacesCollapsed() {
        assertThat(Nickname.of(" \t Ada \n\u00A0 King ")).contains(new Nickname("Ada King", "ada king"));
    }

    @Test
    void namesThatReadAlikeFoldAlike() {
        assertThat(folded("ADA")).isEqualTo(folded("ada")).isEqualTo(folded("Ａｄａ"));
        assertThat(folded("Weiß")).isEqualTo(folded("WEISS"));
        assertThat(folded("ﬁnn")).isEqualTo(folded("Finn"));
        assertThat(folded("Ada")).isNotEqualTo(folded("Adá"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "李雷",
                "محمد",
                "नमस्ते",
                "Zoë",
                "O'Neil <b>",
                "👍🏽",
                "🇩🇪",
                "می‌خواهم",
                "; DROP TABLE player"
            })
    void peopleMayBeCalledWhatTheyLike(String name) {
        assertThat(Nickname.of(name)).map(Nickname::text).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {FAMILY, KISS, ENGLAND, "🇫🇷", "👍🏽", "e\u0301", "각", "한", "1️⃣", "🏳️‍🌈"})
    void whatAReaderSeesAsOneSignCountsAsOne(String sign) {
        assertThat(Nickname.of(sign.repeat(24))).map(Nickname::text).contains(sign.repeat(24));
        assertThat(Nickname.of(sign.repeat(25))).isEmpty();
    }

    @Test
    void aNameHas24SignsAtMost() {
        assertThat(Nickname.of("x".repeat(24))).isPresent();
        assertThat(Nickname.of("x".repeat(25))).isEmpty();
        assertThat(Nickname.of("x".repeat(300))).isEmpty();
        assertThat(Nickname.of("😀".repeat(300))).isEmpty();
        assertThat(Nickname.of(" ".repeat(300) + "x" + " ".repeat(300)))
                .map(Nickname::text)
                .contains("x");
    }

    @Test
    void aSignDoesNotPileMarksWithoutEnd() {
        assertThat(Nickname.of("Z" + "\u0335".repeat(11))).isPresent();
        assertThat(Nickname.of("Z" + "\u0335".repeat(12))).isEmpty();
    }

    @Test
    void theStoredKeyOfTheLongestNameFitsAnIndex() {
        var worst = ("ﷺ" + "\u0F81".repeat(11)).repeat(24);
        var bytes = Nickname.of(worst).orElseThrow().folded().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThan(2_700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00A0\u3000",
                "\u200B",
                "\u200D\u200D",
                "\uFEFF",
                "\u00AD",
                "\u0301",
                "\u3164",
                "\u2800",
                "\uFFA0\u115F",
                "A\u0000da",
                "\u0000",
                "Ada\u0007",
                "\u001B[31mAda",
                "\u0085\u0086",
                "Ada\uD83D",
                "\uDE00Ada",
                "\uDE00\uD83D",
                "Ada\u202Eadmin",
                "\u2066Ada"
            })
    void whatShowsNothingOrBreaksTheScreenIsNoName(String typed) {
        assertThat(Nickname.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\u200B", "Ada\u200D", "Ada\uFE0F", "\u2060Ada", "A\u00ADda", "Ada \uFEFF"})
    void aNameIsNotNewForWhatNobodySees(String typed) {
        assertThat(Nickname.of(typed)).contains(new Nickname("Ada", "ada"));
    }

    @Test
    void apostrophesAndDashesOfAnyKeyboardAreOne() {
        assertThat(folded("O’Neil")).isEqualTo(folded("O'Neil")).isEqualTo(folded("O´Neil"));
        assertThat(folded("Jean–Luc")).isEqualTo(folded("Jean-Luc"));
        assertThat(folded("İpek")).isEqualTo(folded("ipek"));
    }

    @Test
    void noNameIsNoName() {
        assertThat(Nickname.of(null)).isEmpty();
    }

    @Test
    void aTakenNameOffersAFreeOneLikeIt() {
        assertThat(variants("Ada")).startsWith("Ada 2", "Ada 3", "Ada 4");
        assertThat(variants("Ada 2")).startsWith("Ada 2", "Ada 3");
        assertThat(variants("7")).startsWith("7 2");
    }

    @Test
    void anOfferedNameIsShortenedToFit() {
        assertThat(variants("x".repeat(24))).startsWith("x".repeat(22) + " 2");
        assertThat(variants(FAMILY.repeat(24))).startsWith(FAMILY.repeat(22) + " 2");
        assertThat(variants("x".repeat(21) + " yz")).startsWith("x".repeat(21) + " 2");
    }

    @Test
    void amongSomeTenNamesOneIsFreeThoughHundredsHaveTheSame() {
        assertThat(variants("Anna"))
                .hasSizeBetween(8, 12)
                .doesNotHaveDuplicates()
                .anyMatch(name -> Integer.parseInt(name.substring("Anna ".length())) > 999);
    }

    private static String folded(String typed) {
        return Nickname.of(typed).orElseThrow().folded();
    }

    private static List<String> variants(String taken) {
        return Nickname.variants(Nickname.of(taken).orElseThrow(), new Random(1)).stream()
                .map(Nickname::text)
                .toList();
    }
}
