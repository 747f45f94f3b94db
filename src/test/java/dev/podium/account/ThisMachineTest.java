package dev.podium.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
    @Test
    void loopbackIsThisMachine() {
        assertThat(ThisMachine.is(from("127.0.0.1"))).isTrue();
        assertThat(ThisMachine.is(from("127.8.8.8"))).isTrue();
        assertThat(ThisMachine.is(from("::1"))).isTrue();
    }

    @Test
    void anythingElseIsNot() {
        assertThat(ThisMachine.is(from("203.0.113.9"))).isFalse();
        assertThat(ThisMachine.is(from("localhost"))).isFalse();
        assertThat(ThisMachine.is(SocketAddress.domainSocketAddress("/tmp/socket")))
                .isFalse();
        assertThat(ThisMachine.is(null)).isFalse();
    }

    private static SocketAddress from(String address) {
        return SocketAddress.inetSocketAddress(40_000, address);
    }
}
