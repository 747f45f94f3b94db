package dev.podium.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import org.junit.jupiter.api.Test;

class TerminalQrTest {
    private static final String ADDRESS = "http://192.168.178.23:8080/";

    @Test
    void every_module_is_where_the_code_has_it() {
        var code = QrCode.encodeText(ADDRESS, QrCode.Ecc.MEDIUM);
        var lines = TerminalQr.draw(ADDRESS).replaceAll("\u001b\\[[0-9;]*m", "").split("\n");
        for (var y = 0; y < code.size; y++)
            for (var x = 0; x < code.size; x++)
                assertThat(dark(lines, x + 2, y + 2)).as("module %d,%d", x, y).isEqualTo(code.getModule(x, y));
    }

    private static boolean dark(String[] lines, int x, int y) {
        var cell = lines[y / 2].charAt(2 + x);
        return cell == '█' || cell == (y % 2 == 0 ? '▀' : '▄');
    }
}
