package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.RawSocket;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the HTTP API says while PostgreSQL is not there. */
class DatabaseAwayIT {
    private static final String SIGN_IN = "{\"email\":\"host@podium.local\",\"password\":\"podium\"}";

    /** Every kind of call there is, with what it would be sent. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("POST api/session", SIGN_IN),
            Map.entry("GET api/session", ""),
            Map.entry("DELETE api/session", ""),
            Map.entry("GET api/quizzes", ""),
            Map.entry("POST api/quizzes", "{\"title\":\"New\"}"),
            Map.entry("GET api/quizzes/00000000-0000-0000-0000-000000000000", ""),
            Map.entry("GET api/quizzes/00000000-0000-0000-0000-000000000000/export", ""),
            Map.entry("DELETE api/quizzes/00000000-0000-0000-0000-000000000000", ""),
            Map.entry("GET api/games", ""),
            Map.entry("GET api/games/00000000-0000-0000-0000-000000000000", ""),
            Map.entry("GET api/games/00000000-0000-0000-0000-000000000000/report", ""),
            Map.entry("POST api/games", "{\"quizId\":\"00000000-0000-0000-0000-000000000000\"}"),
            Map.entry("GET api/join/123456", ""));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void every_call_is_answered_as_unavailable_and_pages_are_served() throws Exception {
        try (var cluster = Cluster.start("database-away", 1)) {
            var instance = cluster.lone();
            var cookie = send(instance, "POST api/session", SIGN_IN, "").headers().allValues("Set-Cookie").stream()
                    .map(set -> set.split(";")[0])
                    .collect(Collectors.joining("; "));

            cluster.killPostgres();
            // Its processes may outlive it by one more answer.
            Patience.until("nobody answers there", () -> statusOfLibrary(instance, cookie) == 503);
            var screen = RawSocket.open(instance.base(), "/ws/screen/none");
            Patience.until("the log tells what the screen waits for", () -> said(instance) == 1);
            for (var call : CALLS.entrySet()) {
                var answer = send(instance, call.getKey(), call.getValue(), cookie);
                assertThat(answer.statusCode()).as(call.getKey()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(call.getKey())
                        .contains("application/problem+json");
                assertThat(answer.headers().firstValue("Retry-After"))
                        .as(call.getKey())
                        .contains("1");
                assertThat(answer.body())
                        .as(call.getKey())
                        .contains("The database is away")
                        .doesNotContain("Exception");
            }
            for (var page : new String[] {"", "host", "screen", "q/health/live", "q/health/ready"})
                assertThat(instance.status(page)).as("/" + page).isEqualTo(200);
            assertThat(Files.readString(instance.log())).doesNotContain("\tat dev.podium");

            cluster.restartPostgres();
            Patience.until("the library is back", () -> statusOfLibrary(instance, cookie) == 200);
            assertThat(screen.closeCode()).isEqualTo(4505);
            assertThat(said(instance)).as("lines for all its tries").isEqualTo(1);
        }
    }

    private static long said(Instance instance) {
        try {
            return Files.readString(instance.log())
                    .lines()
                    .filter(line -> line.contains("Letting a screen in failed and is tried again"))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int statusOfLibrary(Instance instance, String cookie) {
        try {
            return send(instance, "GET api/quizzes", "", cookie).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(Instance instance, String call, String body, String cookie)
            throws IOException, InterruptedException {
        var words = call.split(" ");
        var request = HttpRequest.newBuilder(instance.base().resolve(words[1]))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(words[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
