package dev.podium.launcher;

import dev.podium.address.LanAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where everything is, for whoever has just started it. */
final class Welcome {
    private final int port;
    private final List<String> addresses;
    private final boolean ownPassword;
    private final Process qr;

    /**
     * Begins to draw, which takes a moment of its own.
     *
     * @param address where phones reach this machine, if that is known
     * @param ownPassword whether the demo account has another password by now
     */
    Welcome(int port, Optional<String> address, boolean ownPassword) {
        this.port = port;
        this.addresses = address.map(List::of).orElseGet(LanAddress::all);
        this.ownPassword = ownPassword;
        try {
            qr = new ProcessBuilder(Application.launch("qr", join())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(Terminal terminal) {
        terminal.say("""

              Podium is running.

              Host      http://localhost:%d/host
                        sign in as %s%s
              Players   %s

            %s
            """.formatted(
                        port,
                        Laptop.DEMO_HOST,
                        ownPassword ? ", or as any host you have added" : " with the password podium",
                        join(),
                        drawn()));
        if (addresses.isEmpty())
            terminal.say("  No network found: only this machine can play. Connect it, then start again.");
        else if (isWsl())
            terminal.say("  WSL: phones reach this address only with mirrored networking (networkingMode=mirrored in"
                    + " .wslconfig).");
        if (addresses.size() > 1) {
            terminal.say("  Phones cannot open that? This machine has other addresses too, which the host page lets you"
                    + " choose and test:");
            addresses.stream()
                    .skip(1)
                    .forEach(other ->
                            terminal.say("            " + url(other) + "   (or start with --address " + other + ")"));
            terminal.say("");
        }
        terminal.say("""
              Data      .podium/postgres (to back it up, stop Podium and copy the folder)
              Log       .podium/logs/podium.log
              Stop      Ctrl-C, or ./podium stop
            """);
    }

    private String join() {
        return url(addresses.isEmpty() ? "localhost" : addresses.getFirst());
    }

    private String url(String address) {
        return "http://" + address + ":" + port + "/";
    }

    private String drawn() {
        try {
            return new String(qr.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWsl() {
        try {
            return Files.readString(Path.of("/proc/version"))
                    .toLowerCase(Locale.ROOT)
                    .contains("microsoft");
        } catch (IOException notLinux) {
            return false;
        }
    }
}
