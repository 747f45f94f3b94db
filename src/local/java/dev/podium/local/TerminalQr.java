package dev.podium.local;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as text, two rows of modules a line, light on dark so that it reads on any terminal. */
final class TerminalQr {
    /** The standard asks for four light modules around; cameras are content with two. */
    private static final int QUIET = 2;

    private static final String BLACK_ON_WHITE = "\u001b[30;107m";
    private static final String PLAIN = "\u001b[0m";

    private TerminalQr() {}

    static String draw(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        return IntStream.iterate(-QUIET, y -> y < code.size + QUIET, y -> y + 2)
                .mapToObj(y -> "  " + BLACK_ON_WHITE + line(code, y) + PLAIN)
                .collect(Collectors.joining("\n"));
    }

    private static String line(QrCode code, int y) {
        return IntStream.range(-QUIET, code.size + QUIET)
                .mapToObj(x -> half(code.getModule(x, y), code.getModule(x, y + 1)))
                .collect(Collectors.joining());
    }

    private static String half(boolean upper, boolean lower) {
        if (upper) return lower ? "█" : "▀";
        return lower ? "▄" : " ";
    }
}
