package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A report is read from the database no faster than its reader takes it, and not for ever. */
@QuarkusTest
@TestProfile(SlowReportTest.Impatient.class)
class SlowReportTest {
    private static final int PATIENCE_S = 60;
    private static final int PLAYERS = 4_000;
    private static final int QUESTIONS = 30;

    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("podium.report.longest-ms", "10000");
        }
    }

    @Test
    void a_report_that_nobody_takes_stays_in_the_database_and_is_broken_off_in_the_end() throws Exception {
        var questions = Collections.nCopies(QUESTIONS, Quizzes.CHOICE).toArray(String[]::new);
        try (var stage = Stage.open(base, Quizzes.of(questions), Quizzes.AT_ONCE);
                var reader = new Socket()) {
            FilledGame.of(database, stage.gameId, QUESTIONS, PLAYERS, "'x'", "1");
            reader.setReceiveBufferSize(4_096);
            reader.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            reader.getOutputStream()
                    .write("GET /api/games/%s/report HTTP/1.1\r\nHost: %s\r\nCookie: podium_session=%s\r\n\r\n"
                            .formatted(stage.gameId, base.getAuthority(), stage.cookie)
                            .getBytes(StandardCharsets.UTF_8));

            until("the cursor stands still", this::standsStill);
            assertThat(running()).isEqualTo(1);

            until("the turn has ended", () -> running() == 0);
            until("the connection is given back", () -> lastRead() == null);
            assertThat(new String(rest(reader), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    private double running() {
        return metrics.get("podium.reports.running").gauge().value();
    }

    private boolean standsStill() throws Exception {
        var before = lastRead();
        Thread.sleep(500);
        return before != null && before.equals(lastRead());
    }

    /** When the cursor was last read from, null while there is none that waits. */
    private String lastRead() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT state_change::text FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state = 'idle in transaction'")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** What still arrives, until the connection ends in whatever way. */
    private static byte[] rest(Socket reader) {
        var all = new ByteArrayOutputStream();
        try {
            reader.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_S));
            reader.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            return all.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.toByteArray();
    }

    private static void until(String what, Condition condition) throws Exception {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(last);
            Thread.sleep(50);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
