package dev.podium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void loopback_is_this_machine(String address) {
        assertThat(ThisMachine.hasAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "localhost", ""})
    void anything_else_is_not(String address) {
        assertThat(ThisMachine.hasAddress(address)).isFalse();
    }

    @Test
    void its_own_name_is_known_once_it_was_looked_up() throws Exception {
        var name = InetAddress.getLocalHost().getHostName().toLowerCase();

        ThisMachine.ask(name);

        assertThat(ThisMachine.isCalled(name)).isTrue();
        assertThat(ThisMachine.isToBeAsked(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.org", "no-such-machine.local", "no-such-machine"})
    void another_name_is_not_its_own(String name) {
        assertThat(ThisMachine.isToBeAsked(name)).isTrue();
        ThisMachine.ask(name);

        assertThat(ThisMachine.isCalled(name)).isFalse();
        assertThat(ThisMachine.isToBeAsked(name)).isFalse();
    }

    @Test
    void of_many_names_few_are_remembered() {
        ThisMachine.ask("first.example.org");
        for (var i = 0; i < 1_000; i++) ThisMachine.ask(i + ".example.org");

        assertThat(ThisMachine.isToBeAsked("first.example.org")).isTrue();
        assertThat(ThisMachine.isToBeAsked("999.example.org")).isFalse();
    }
}
