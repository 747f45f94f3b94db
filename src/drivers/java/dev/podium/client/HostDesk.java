package dev.podium.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A signed-in host's HTTP: quizzes and the opening of games. Every call blocks, and fails where the contract says it works. */
public final class HostDesk {
    /** A lobby, as the reply to its opening describes it. */
    public record Opened(String id, String pin, String screenToken) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String cookie;

    private HostDesk(URI base, String cookie) {
        this.base = base;
        this.cookie = cookie;
    }

    public static HostDesk signIn(URI base, String email, String password) {
        return enter(base, "/api/session", new JsonObject().put("email", email).put("password", password));
    }

    /** Makes the first host there is. */
    public static HostDesk setUp(URI base, String token, String email, String password) {
        return enter(
                base,
                "/api/setup",
                new JsonObject()
                        .put("token", token)
                        .put("email", email)
                        .put("name", "Host")
                        .put("password", password));
    }

    private static HostDesk enter(URI base, String path, JsonObject body) {
        var response = send(request(base, path).POST(BodyPublishers.ofString(body.encode())), 204);
        var cookie = response.headers().allValues("Set-Cookie").stream()
                .map(set -> set.substring(0, set.indexOf(';')))
                .filter(set -> set.startsWith("podium_session="))
                .findFirst()
                .orElseThrow();
        return new HostDesk(base, cookie);
    }

    /** The ids of the host's quizzes, newest first. */
    public List<String> quizzes() {
        var all = new JsonArray(get("/api/quizzes"));
        var ids = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) ids.add(all.getJsonObject(i).getString("id"));
        return ids;
    }

    /** Stores a quiz and gives its id. */
    public String write(JsonObject quiz) {
        return new JsonObject(post("/api/quizzes", quiz, 201)).getString("id");
    }

    /** Stores a file and gives the path at which it is served. */
    public String upload(byte[] file) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--b--\r\n"));
        var request = HttpRequest.newBuilder(base.resolve("/api/media"))
                .timeout(PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Cookie", cookie)
                .POST(body);
        return new JsonObject(send(request, 200).body()).getString("url");
    }

    public Opened open(String quizId, JsonObject settings) {
        var body = new JsonObject().put("quizId", quizId).put("settings", settings);
        var game = new JsonObject(post("/api/games", body, 201));
        var screen = game.getString("screenUrl");
        return new Opened(game.getString("id"), game.getString("pin"), screen.substring(screen.indexOf('#') + 1));
    }

    public String get(String path) {
        return send(request(base, path).header("Cookie", cookie), 200).body();
    }

    /** The status of a GET whose body is read and forgotten. */
    public int status(String path) {
        return send(request(base, path).header("Cookie", cookie)).statusCode();
    }

    /** What its requests carry, for sockets of its own. */
    public String cookie() {
        return cookie;
    }

    /** Sends what is answered without a word. */
    public void send(String path, JsonObject body) {
        post(path, body, 204);
    }

    private String post(String path, JsonObject body, int status) {
        var request = request(base, path).header("Cookie", cookie);
        return send(request.POST(BodyPublishers.ofString(body.encode())), status)
                .body();
    }

    private static HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, int status) {
        var response = send(request);
        if (response.statusCode() == status) return response;
        throw new AssertionError(response + ": " + response.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
