package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Why?                                                          |  3000
            How many of these seven rivers end in the Black Sea?          |  4300
            Don't-stop. 1,000 words — or so it seems, to whoever counts!  |  4000
            这些河流中有多少条流入黑海并且经过三个以上的国家                  |  4600
            كم عدد هذه الأنهار السبعة التي تصب في البحر الأسود؟          |  4000
            """)
    void wordsAreCountedInEveryScript(String text, long ms) {
        assertThat(ReadingTime.ms(text)).isEqualTo(ms);
    }

    @Property
    void noTextIsShownTooShortlyOrForEver(@ForAll String text) {
        assertThat(ReadingTime.ms(text)).isBetween(3_000L, 15_000L);
    }

    @Property
    void moreTextNeverTakesLess(@ForAll String text) {
        assertThat(ReadingTime.ms(text + " more")).isGreaterThanOrEqualTo(ReadingTime.ms(text));
    }
}
