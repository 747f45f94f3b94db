package dev.podium.socket;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** A signed-in host with a game of a given quiz: the set-up of every test that plays. */
final class Stage implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final URI base;
    final String cookie;
    final String gameId;
    final String pin;
    final String screenToken;
    final Peer host;

    private long seq;

    private Stage(URI base, String cookie, JsonNode game) {
        this.base = base;
        this.cookie = cookie;
        this.gameId = game.path("id").asText();
        this.pin = game.path("pin").asText();
        this.screenToken = game.path("screenUrl").asText().replaceAll(".*#", "");
        this.host = Peer.connect(base, "/ws/host/" + gameId, "Cookie", "podium_session=" + cookie);
        host.next("welcome");
    }

    static String signIn() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .then()
                .statusCode(204)
                .extract()
                .cookie("podium_session");
    }

    /** Opens a game of a new quiz with these questions. */
    static Stage open(URI base, String questions, String settings) {
        return open(base, questions, settings, false);
    }

    /** The same for practice. */
    static Stage rehearse(URI base, String questions, String settings) {
        return open(base, questions, settings, true);
    }

    private static Stage open(URI base, String questions, String settings, boolean rehearsal) {
        var cookie = signIn();
        var quiz = write(cookie, "Test", questions);
        var game = given().cookie("podium_session", cookie)
                .contentType(ContentType.JSON)
                .body("{\"quizId\":\"" + quiz + "\",\"settings\":" + settings + ",\"rehearsal\":" + rehearsal + "}")
                .post("/api/games")
                .then()
                .statusCode(201)
                .extract()
                .body()
                .asString();
        try {
            return new Stage(base, cookie, MAPPER.readTree(game));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String write(String cookie, String title, String questions) {
        return given().cookie("podium_session", cookie)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"" + title + "\",\"questions\":" + questions + "}")
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Another quiz of this host; gives its id. */
    String quiz(String title, String questions) {
        return write(cookie, title, questions);
    }

    Peer player(String nickname) {
        return Peer.join(base, pin, nickname);
    }

    Peer screen() {
        return Peer.connect(base, "/ws/screen/" + screenToken);
    }

    /** Commands and waits for the ack, with the seq of the ack before. */
    JsonNode command(String name) {
        return command(name, Map.of());
    }

    JsonNode command(String name, Map<String, Object> more) {
        var id = UUID.randomUUID().toString();
        ObjectNode frame = MAPPER.createObjectNode()
                .put("type", "command")
                .put("id", id)
                .put("do", name)
                .put("seq", seq);
        more.forEach((key, value) -> frame.set(key, MAPPER.valueToTree(value)));
        host.send(frame.toString());
        var ack = host.ack(id);
        seq = ack.path("seq").asLong();
        return ack;
    }

    /** Waits until the host sees a phase, and remembers its seq. */
    JsonNode await(String phase) {
        var frame = host.await(phase);
        seq = Math.max(seq, frame.path("seq").asLong());
        return frame;
    }

    @Override
    public void close() {
        host.close();
    }
}
