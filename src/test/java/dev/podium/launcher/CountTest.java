package dev.podium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountTest {
    @TempDir
    Path folder;

    @Test
    void surefires_suites_are_added_up() throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), """
            <testsuite xmlns:xsi="x" name="a" time="1.5" tests="7" errors="1" skipped="2" failures="1" flakes="0">
              <properties><property name="tests" value="99"/></properties>
            </testsuite>\
            """);
        Files.writeString(folder.resolve("TEST-b.xml"), """
            <testsuite
                name="b" tests="3" errors="0" skipped="0" failures="0"/>\
            """);
        assertThat(Count.surefire(folder)).isEqualTo(new Count(6, 2, 2));
    }

    @Test
    void runners_of_pages_are_read_as_they_write() {
        assertThat(Count.vitest("""
            {"numTotalTests":9,"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}\
            """)).isEqualTo(new Count(5, 1, 3));
        // Who tries again and gets through is not right either.
        assertThat(Count.playwright("""
            {"suites": [{"stats": 1, "expected": 77}], "stats": {
              "startTime": "2026", "expected": 4, "skipped": 3, "unexpected": 2, "flaky": 1}}\
            """)).isEqualTo(new Count(4, 3, 3));
        assertThat(Count.node("""
            ok 1 - one
            # tests 8
            # pass 4
            # fail 1
            # cancelled 2
            # skipped 1
            """)).isEqualTo(new Count(4, 3, 1));
    }

    @Test
    void what_fails_without_naming_a_test_or_ran_none_has_failed() {
        assertThat(new Count(3, 0, 0).judged(0)).isEqualTo(new Count(3, 0, 0));
        assertThat(new Count(3, 0, 1).judged(1)).isEqualTo(new Count(3, 1, 1));
        assertThat(new Count(3, 2, 0).judged(1)).isEqualTo(new Count(3, 2, 0));
        assertThat(Count.NONE.judged(0)).isEqualTo(new Count(0, 1, 0));
        assertThat(new Count(0, 0, 2).judged(0)).isEqualTo(new Count(0, 0, 2));
    }

    @Test
    void failures_are_named_with_their_reasons_as_each_runner_names_them() {
        assertThat(Count.namedFailures("""
            [INFO] Running
            [ERROR]   SeatTest.a_seat_is_kept:12 expected
             FAIL  src/a.test.ts > one
              1) every-kind.spec.ts:3:1 › a kind
                Error: expect(locator).toHaveText(expected)
                  29 |   await next('standings');
                > 30 |   await expect(place).toHaveText('2');
            not ok 4 - no JDK
              ---
              error: |-
                The input did not match
              code: 'ERR_ASSERTION'
              stack: |-
                refuses (launcher.test.mjs:134:12)
            ok 5 - fine
            """))
                .containsExactly(
                        "       SeatTest.a_seat_is_kept:12 expected",
                        "       FAIL src/a.test.ts > one",
                        "       1) every-kind.spec.ts:3:1 › a kind",
                        "       Error: expect(locator).toHaveText(expected)",
                        "       > 30 | await expect(place).toHaveText('2');",
                        "       not ok 4 - no JDK",
                        "       error: |- The input did not match",
                        "       stack: |- refuses (launcher.test.mjs:134:12)");
    }
}
