package dev.podium.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final int CLASSROOM = 30;
    private static final int HALL = 10_000;

    @Test
    void a_seed_always_gives_the_same_crowd_and_another_seed_another_one() {
        assertThat(crowd(7, HALL)).isEqualTo(crowd(7, HALL)).isNotEqualTo(crowd(8, HALL));
    }

    @Test
    void two_in_every_classroom_have_one_name() {
        for (int seed = 0; seed < 100; seed++) {
            var names = crowd(seed, CLASSROOM);
            assertThat(new HashSet<>(names)).as("seed %d", seed).hasSizeLessThan(CLASSROOM);
        }
    }

    @Test
    void a_hall_has_many_annas_and_signs_and_arabic_and_names_of_twenty_characters() {
        var names = crowd(1, HALL);
        assertThat(names.stream().filter("Anna"::equals)).hasSizeBetween(20, 200);
        assertThat(names).anyMatch(name -> name.codePoints().anyMatch(Character::isEmoji));
        assertThat(names).anyMatch(name -> name.codePoints().anyMatch(NamesTest::isArabic));
        assertThat(names).anyMatch(name -> name.length() == Names.LONGEST);
        assertThat(names).allMatch(name -> name.length() <= Names.LONGEST);
    }

    @Test
    void who_meets_its_name_takes_the_free_one_that_is_offered() {
        assertThat(Names.instead("Anna", "Anna 2")).isEqualTo("Anna 2");
    }

    @Test
    void where_none_is_offered_the_name_gets_a_number_and_then_another_one() {
        assertThat(Names.instead("Anna", null)).matches("Anna [0-9]{3}");
        assertThat(Names.instead("Anna 123", null)).matches("Anna [0-9]{3}");
    }

    private static List<String> crowd(long seed, int size) {
        return IntStream.range(0, size).mapToObj(new Names(seed)::of).toList();
    }

    private static boolean isArabic(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC;
    }
}
