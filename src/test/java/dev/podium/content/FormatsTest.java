package dev.podium.content;

import static dev.podium.content.TestFiles.SECRET;
import static dev.podium.content.TestFiles.bytes;
import static dev.podium.content.TestFiles.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    /** Behind the first segment of a JPEG. */
    private static final int JFIF = 20;

    /** A profile that says so, as those of screens name whose they are. */
    private static byte[] profile() {
        var profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        var text = ByteBuffer.allocate(8 + SECRET.length() + 1)
                .put(bytes("text\0\0\0\0"))
                .put(bytes(SECRET));
        profile.setData(ICC_Profile.icSigCopyrightTag, text.array());
        return profile.getData();
    }

    @Test
    void aTurnedPhotographStaysTurnedAndTellsNothingElse() throws Exception {
        var jpeg = TestFiles.picture("jpeg");
        var sent =
                insert(jpeg, JFIF, TestFiles.segment(0xe1, TestFiles.exif(6)), TestFiles.segment(0xfe, bytes(SECRET)));

        var kept = bare(sent, "image/jpeg");

        assertThat(latin(kept)).doesNotContain(SECRET).contains("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6");
        assertThat(TestFiles.pixels(kept)).isEqualTo(TestFiles.pixels(jpeg));
        assertThat(bare(kept, "image/jpeg")).as("nothing more is taken away").isEqualTo(kept);
    }

    @Test
    void aPhotographKeepsItsColoursWithoutTheirWords() throws Exception {
        var jpeg = TestFiles.picture("jpeg");
        var piece = insert(bytes("ICC_PROFILE\0\1\1"), 14, profile());
        var sent = insert(jpeg, JFIF, TestFiles.segment(0xe2, piece));
        var kept = bare(sent, "image/jpeg");

        assertThat(latin(kept))
                .doesNotContain(SECRET)
                .contains("ICC_PROFILE\0\1\1")
                .contains("rTRC");
        assertThat(TestFiles.pixels(kept)).isEqualTo(TestFiles.pixels(sent));
    }

    @Test
    void aProfileWithoutWordsIsStillOne() {
        var bare = Icc.bare(profile()).orElseThrow();
        assertThat(latin(bare)).doesNotContain(SECRET);
        assertThat(ICC_Profile.getInstance(bare).getData(ICC_Profile.icSigRedColorantTag))
                .isEqualTo(ICC_Profile.getInstance(profile()).getData(ICC_Profile.icSigRedColorantTag));
    }

    @Test
    void whatFollowsAPhotographIsNotKept() throws Exception {
        var jpeg = TestFiles.picture("jpeg");
        assertThat(latin(bare(insert(jpeg, jpeg.length, bytes(SECRET)), "image/jpeg")))
                .doesNotContain(SECRET);
    }

    @Test
    void aDrawingKeepsItsColoursAndTellsNothing() throws Exception {
        var png = TestFiles.picture("png");
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(bytes(SECRET + "\0\0"));
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(profile());
        }
        var sent =
                insert(png, 33, TestFiles.chunk("tEXt", bytes(SECRET)), TestFiles.chunk("iCCP", packed.toByteArray()));

        var kept = bare(insert(sent, sent.length, bytes(SECRET)), "image/png");

        assertThat(latin(kept)).doesNotContain(SECRET).contains("iCCP");
        assertThat(TestFiles.pixels(kept)).isEqualTo(TestFiles.pixels(png));
    }

    @Test
    void aDrawingOfWhichOneBitIsWrongIsRefused() throws Exception {
        var png = TestFiles.picture("png");
        png[50] ^= 1;
        refused(png);
    }

    @Test
    void anAnimationTellsNothing() throws Exception {
        var gif = TestFiles.picture("gif");
        int head = 13 + (3 << (gif[10] & 7) + 1);
        var comment = insert(bytes("!\u00fe\0"), 2, new byte[] {(byte) SECRET.length()}, bytes(SECRET));
        var loop = bytes("!\u00ff\13NETSCAPE2.0\3\1\0\0\0");

        var kept = bare(insert(gif, head, loop, comment), "image/gif");

        assertThat(latin(kept)).doesNotContain(SECRET).contains("NETSCAPE2.0");
        assertThat(TestFiles.pixels(kept)).isEqualTo(TestFiles.pixels(gif));
        refused(bytes("GIF89a<script>alert(1)</script>"));
    }

    @Test
    void aWebPictureTellsNothing() {
        var simple = TestFiles.webp();
        assertThat(bare(simple, "image/webp")).isEqualTo(simple);

        var pixels = Arrays.copyOfRange(simple, 12, simple.length);
        // Transparent, with a profile, Exif and XMP.
        var extended = webp(
                TestFiles.riff("VP8X", new byte[] {0x3c, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                TestFiles.riff("ICCP", profile()),
                pixels,
                TestFiles.riff("EXIF", TestFiles.exif(6)),
                TestFiles.riff("XMP ", bytes(SECRET)));
        assertThat(bare(extended, "image/webp"))
                .isEqualTo(webp(TestFiles.riff("VP8X", new byte[] {0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0}), pixels));
    }

    @Test
    void aSoundTellsNothing() throws Exception {
        var format = new AudioFormat(8_000, 8, 1, false, false);
        var out = new ByteArrayOutputStream();
        var samples = new AudioInputStream(new ByteArrayInputStream(TestFiles.noise(800, 1)), format, 800);
        AudioSystem.write(samples, AudioFileFormat.Type.WAVE, out);
        var wav = out.toByteArray();
        var named = insert(wav, 12, TestFiles.riff("LIST", bytes("INFO" + SECRET)));
        ByteBuffer.wrap(named).putInt(4, Integer.reverseBytes(named.length - 8));

        var kept = bare(named, "audio/wav");

        assertThat(latin(kept)).doesNotContain(SECRET);
        assertThat(AudioSystem.getAudioInputStream(new ByteArrayInputStream(kept))
                        .readAllBytes())
                .isEqualTo(TestFiles.noise(800, 1));
    }

    @Test
    void aSongTellsNothing() {
        var song = TestFiles.mp3(5);
        var before = insert(bytes("ID3\4\0\0\0\0\0"), 9, new byte[] {(byte) SECRET.length()}, bytes(SECRET));
        var after = Arrays.copyOf(bytes("TAG" + SECRET), 128);

        assertThat(bare(insert(insert(song, song.length, after), 0, before), "audio/mpeg"))
                .isEqualTo(song);
        assertThat(bare(Arrays.copyOf(song, song.length - 9), "audio/mpeg"))
                .as("without the frame that is broken off")
                .isEqualTo(TestFiles.mp3(4));
        refused(insert(song, song.length, bytes("<html>")));
    }

    @Test
    void aFilmTellsNothingAndNothingMovesInIt() throws Exception {
        var film = TestFiles.film();
        int times = latin(film).indexOf("mvhd") + 8;
        int title = latin(film).lastIndexOf("data") + 12;
        var told = film.clone();
        ByteBuffer.wrap(told).putLong(times, 0x1234_5678_1234_5678L).put(title, bytes("52.5163N"));

        var kept = bare(told, "video/mp4");

        assertThat(latin(kept))
                .doesNotContain("52.5163N")
                .doesNotContain("VideoHandler")
                .doesNotContain("udta");
        assertThat(ByteBuffer.wrap(kept).getLong(times)).isZero();
        assertThat(kept).hasSameSizeAs(film);
        int pictures = latin(film).indexOf("moov");
        assertThat(Arrays.copyOf(kept, pictures))
                .endsWith(Arrays.copyOfRange(film, latin(film).indexOf("mdat"), pictures));
    }

    /** Each was told its title, artist and time; the picture, where it was taken, in Exif, XMP and its profile. */
    @ParameterizedTest
    @CsvSource({
        "photo.avif, image/avif",
        "moving.avif, image/avif",
        "opus.ogg, audio/ogg",
        "vorbis.ogg, audio/ogg",
        "vp9-opus.webm, video/webm",
        "vp8-vorbis.webm, video/webm"
    })
    void whatOtherProgramsWroteTellsNothingAndNothingMovesInIt(String name, String type) throws Exception {
        var sent = TestFiles.written(name);
        if (!name.equals("moving.avif")) assertThat(latin(sent)).contains("52.5163N");

        var kept = bare(sent, type);

        assertThat(kept).hasSameSizeAs(sent);
        assertThat(latin(kept)).doesNotContain("52.5163N", "13.3777E", "Lavf", "Lavc", "Exif", "xmpmeta", "libavif");
        assertThat(bare(kept, type)).as("nothing more is taken away").isEqualTo(kept);
    }

    @Test
    void picturesAndSoundsAreAsTheyWere() throws Exception {
        // The last pages; the blocks from the first cluster on; the picture, which is written first.
        for (var part : List.of(
                List.of("opus.ogg", "OggS", "last"),
                List.of("vorbis.ogg", "OggS", "last"),
                List.of("vp9-opus.webm", "\u001f\u0043\u00b6\u0075", "first"),
                List.of("vp8-vorbis.webm", "\u001f\u0043\u00b6\u0075", "first"),
                List.of("moving.avif", "mdat", "last"))) {
            var sent = latin(TestFiles.written(part.get(0)));
            var kept = latin(Formats.read(ByteBuffer.wrap(TestFiles.written(part.get(0))))
                    .bytes()
                    .piece(0, sent.length())
                    .getBytes());
            int at = part.get(2).equals("last") ? sent.lastIndexOf(part.get(1)) : sent.indexOf(part.get(1));
            assertThat(kept.substring(at)).as(part.get(0)).isEqualTo(sent.substring(at));
        }
    }

    @Test
    void aSoundOfWhichOneBitIsWrongIsRefused() throws Exception {
        var sound = TestFiles.written("opus.ogg");
        sound[sound.length - 5] ^= 1;
        refused(sound);
    }

    @Test
    void aFilmWithSubtitlesAndASoundBesideAnotherAreRefused() throws Exception {
        var film = latin(TestFiles.written("vp9-opus.webm"));
        refused(bytes(film.replace("A_OPUS", "S_TEXT")));
        var sound = TestFiles.written("opus.ogg");
        refused(insert(sound, sound.length, TestFiles.written("vorbis.ogg")));
    }

    @Test
    void aFilmRecordedByABrowserTellsItsEndNowhere() throws Exception {
        var film = TestFiles.written("vp9-opus.webm");
        int segment = latin(film).indexOf("\u0018\u0053\u0080\u0067") + 4;
        ByteBuffer.wrap(film).putLong(segment, 0x01ff_ffff_ffff_ffffL);
        assertThat(bare(film, "video/webm")).hasSameSizeAs(film);
    }

    @Test
    void aFilmWithATrackOfPlacesIsRefused() throws Exception {
        var film = TestFiles.film();
        ByteBuffer.wrap(film).put(latin(film).indexOf("mp4a"), bytes("gpmd"));
        refused(film);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg",
                "png",
                "gif",
                "mp4",
                "photo.avif",
                "moving.avif",
                "opus.ogg",
                "vorbis.ogg",
                "vp9-opus.webm",
                "vp8-vorbis.webm"
            })
    void whatIsBrokenOffAnywhereIsRefused(String format) throws Exception {
        var whole = switch (format) {
            case "mp4" -> TestFiles.film();
            case "jpeg", "png", "gif" -> TestFiles.picture(format);
            default -> TestFiles.written(format);
        };
        for (int length = 0; length < whole.length; length++) refused(Arrays.copyOf(whole, length));
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        refused(TestFiles.png(10_000, 10_000, new byte[8]));
        refused(bytes("GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0;"));
        refused(webp(TestFiles.riff("VP8X", new byte[] {0, 0, 0, 0, 0, 0, 1, 0, 0, 1})));
    }

    @Test
    void aPhotographThatUnpacksToTooMuchIsRefused() throws Exception {
        var photo = TestFiles.written("photo.avif");
        ByteBuffer.wrap(photo)
                .putInt(latin(photo).indexOf("ispe") + 8, 10_000)
                .putInt(latin(photo).indexOf("ispe") + 12, 10_000);
        refused(photo);
    }

    @Test
    void whatHasMorePartsThanAnyProgramWritesIsRefused() {
        var boxes = new byte[8 * 200_000];
        for (int n = 0; n < boxes.length; n += 8)
            ByteBuffer.wrap(boxes).putInt(n, 8).putInt(n + 4, 0x66726565);
        refused(insert(bytes("\0\0\0\20ftypisom\0\0\0\0"), 16, boxes), Code.TOO_MANY);
        var deep = new byte[8 * 20_000];
        for (int n = 0; n < deep.length; n += 8)
            ByteBuffer.wrap(deep).putInt(n, deep.length - n).putInt(n + 4, 0x6d6f6f76);
        refused(insert(bytes("\0\0\0\20ftypisom\0\0\0\0"), 16, deep));
    }

    @Test
    void aPictureOfATelephoneThatBrowsersDoNotShowIsToldWhatIsPossible() {
        refused(bytes("\0\0\0\20ftypheic\0\0\0\0\0\0\0\14meta\0\0\0\0"), Code.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7",
                ""
            })
    void whatABrowserCouldRunIsRefused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] webp(byte[]... chunks) {
        var file = insert(bytes("RIFF\0\0\0\0WEBP"), 12, chunks);
        ByteBuffer.wrap(file).putInt(4, Integer.reverseBytes(file.length - 8));
        return file;
    }

    private static byte[] bare(byte[] sent, String type) {
        var read = Formats.read(ByteBuffer.wrap(sent));
        assertThat(read.type()).isEqualTo(type);
        return read.bytes().piece(0, read.bytes().size()).getBytes();
    }

    private static void refused(byte[] sent) {
        assertThatExceptionOfType(Problem.Refusal.class)
                .isThrownBy(() -> Formats.read(ByteBuffer.wrap(sent)))
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(422));
    }

    private static void refused(byte[] sent, Code code) {
        assertThatExceptionOfType(Problem.Refusal.class)
                .isThrownBy(() -> Formats.read(ByteBuffer.wrap(sent)))
                .satisfies(refusal ->
                        assertThat(refusal.problem().errors().getFirst().code()).isEqualTo(code));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
