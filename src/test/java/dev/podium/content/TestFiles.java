package dev.podium.content;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as other programs write them, and what they should not tell. */
public final class TestFiles {
    /** What no file may tell any more. */
    static final String SECRET = "52.5163N 13.3777E";

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private TestFiles() {}

    /** Written by the JDK. */
    public static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.RED, WIDTH, HEIGHT, Color.BLUE));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) throw new IOException("No such format");
        return out.toByteArray();
    }

    /** H.264 and AAC, as the pages have it. */
    public static byte[] film() throws IOException {
        return Files.readAllBytes(Path.of("frontend/src/ui/still.mp4"));
    }

    /** As other programs wrote it, small. */
    public static byte[] written(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/media", name));
    }

    /** What a viewer shows. */
    static int[] pixels(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture)).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    /** With pieces between the beginning and the rest. */
    public static byte[] insert(byte[] file, int at, byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        for (var piece : pieces) out.writeBytes(piece);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(body.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    /** Exif of a telephone that was turned, and knew where it was. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(100)
                .put(bytes("Exif\0\0MM\0*"))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x10f)
                .putShort((short) 2)
                .putInt(SECRET.length())
                .putInt(60)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .position(66)
                .put(bytes(SECRET))
                .array();
    }

    static byte[] chunk(String name, byte[] body) {
        var sum = new CRC32();
        sum.update(bytes(name));
        sum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(bytes(name))
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG that no viewer shows, as large as one likes. */
    public static byte[] png(int width, int height, byte[] pixels) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return insert(
                bytes(Png.SIGNATURE),
                8,
                chunk("IHDR", head.array()),
                chunk("IDAT", pixels),
                chunk("IEND", new byte[0]));
    }

    public static byte[] noise(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** One lossless pixel. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    static byte[] riff(String name, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .put(bytes(name))
                .putInt(Integer.reverseBytes(body.length))
                .put(body)
                .array();
    }

    /** Frames of layer III, 128 kbit/s at 44.1 kHz, in which nothing is heard. */
    static byte[] mp3(int frames) {
        int length = 144_000 * 128 / 44_100;
        var out = ByteBuffer.allocate(frames * length);
        for (int n = 0; n < frames; n++) out.putInt(n * length, 0xfffb9000);
        return out.array();
    }

    public static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
