package dev.podium.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

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
}
