package dev.podium.media;

import static dev.podium.account.TestHosts.anotherHost;
import static dev.podium.account.TestHosts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaApiTest {
    @Inject
    DataSource database;

    private String host;

    @BeforeEach
    void signIn() throws Exception {
        host = anotherHost(database);
    }

    @Test
    void aPictureOfSeveralPiecesComesBackWithoutWhatItTold() {
        var pixels = noise(600_000, 1);
        var url = upload(png(8, 8, pixels, "tEXt"))
                .statusCode(200)
                .body("type", equalTo("image/png"))
                .extract()
                .<String>path("url");

        var served = given().get(url)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(served.extract().asByteArray()).isEqualTo(png(8, 8, pixels, null));
        var tag = served.extract().header("ETag");
        given().header("If-None-Match", tag).get(url).then().statusCode(304);
    }

    @Test
    void theSameAgainIsKeptOnce() throws Exception {
        var picture = png(8, 8, noise(400_000, 2), null);
        String url = upload(picture).statusCode(200).extract().path("url");
        upload(picture).statusCode(200).body("url", equalTo(url));
    }

    @Test
    void whatIsBeyondAQuotaIsRefusedWhole() throws Exception {
        upload(png(8, 8, noise(400_000, 3), null)).statusCode(200);
        var kept = count();
        upload(png(8, 8, noise(400_000, 4), null)).statusCode(413);
        assertThat(count()).isEqualTo(kept);
    }

    @Test
    void whatIsNoWholePictureIsRefused() {
        var picture = png(8, 8, noise(100, 5), null);
        upload(Arrays.copyOf(picture, picture.length - 20)).statusCode(422).body("errors[0].code", equalTo("invalid"));
        upload(png(10_000, 10_000, noise(100, 6), null))
                .statusCode(422)
                .body("errors[0].code", equalTo("out-of-range"));
        upload("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        upload("GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        upload(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9}).statusCode(422);
        given().multiPart("file", "a.png", picture).post("/api/media").then().statusCode(401);
        given().get("/media/" + "0".repeat(64)).then().statusCode(404);
    }

    private ValidatableResponse upload(byte[] bytes) {
        return as(host).multiPart("file", "a.png", bytes).post("/api/media").then();
    }

    private long count() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM media_chunk")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] noise(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] png(int width, int height, byte[] pixels, String metadata) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        out.writeBytes(chunk("IHDR", head.array()));
        if (metadata != null) out.writeBytes(chunk(metadata, "Here\0at home".getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(chunk("IDAT", pixels));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] body) {
        var named = name.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(named);
        sum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(named)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }
}
