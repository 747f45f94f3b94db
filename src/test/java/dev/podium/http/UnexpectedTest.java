package dev.podium.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexpectedTest {
    @Test
    void aDatabaseThatIsAwayIsRecognisedUnderOtherNames() {
        var away = new RuntimeException(new UncheckedIOException(new ConnectException("refused")));

        var starting = new PgException("the database system is starting up", "FATAL", "57P03", null);

        assertThat(Unexpected.isDatabaseAway(away)).isTrue();
        assertThat(Unexpected.isDatabaseAway(new RuntimeException(starting))).isTrue();
        assertThat(Unexpected.isDatabaseAway(new RuntimeException(new ClosedChannelException())))
                .isTrue();
        assertThat(Unexpected.isDatabaseAway(new RuntimeException("refused"))).isFalse();
    }

    /** Too many clients, a full disk, a statement that was blocked, a lock that was not to be had; and a fault of ours. */
    @ParameterizedTest
    @CsvSource({"53300,true", "53100,true", "57014,true", "55P03,true", "23505,false", "42601,false"})
    void so_is_one_that_has_no_room_no_connection_or_no_time(String sqlState, boolean passes) {
        assertThat(Unexpected.isDatabaseAway(new PgException("words", "ERROR", sqlState, null)))
                .isEqualTo(passes);
    }
}
