package dev.podium.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.Guesser;
import dev.podium.client.HostDesk;
import dev.podium.client.Person;
import dev.podium.client.Remote;
import dev.podium.client.Screen;
import dev.podium.client.StreamPeer;
import dev.podium.process.Cluster;
import dev.podium.process.Crowd;
import dev.podium.process.Instance;
import dev.podium.process.Oracle;
import dev.podium.process.Patience;
import dev.podium.proxy.Passage;
import dev.podium.proxy.Proxy;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Streams and requests where what is behind them goes away. */
class SecondLineIT {
    private static final JsonObject AT_ONCE = new JsonObject().put("countdownMs", 0);
    private static final String PING = "{\"type\":\"ping\",\"t\":1}";
    private static final int LONG_MS = 300_000;
    private static final int PLAYERS = 20;
    private static final int HALF = PLAYERS / 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Guesser guesser = new Guesser(new Random(13), 0, List.of("word"));

    @Test
    void without_its_database_an_instance_holds_streams_and_asks_for_requests_again() throws Exception {
        try (var cluster = Cluster.start("second-line-away", 1)) {
            var base = cluster.lone().base();
            var game = open(cluster);
            try (var ada = StreamPeer.join(base, game.pin(), "Ada")) {
                var ticket = ada.next("welcome").path("ticket").asText();
                cluster.killPostgres();
                var refused = StreamPeer.send(http, base, ticket, 0, PING);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
                try (var ben = StreamPeer.join(base, game.pin(), "Ben")) {
                    cluster.restartPostgres();
                    assertThat(ben.next("welcome").at("/player/nickname").asText())
                            .isEqualTo("Ben");
                    Patience.until("a request is answered", () -> isAnswered(cluster, ticket));
                    assertThat(ada.open()).isTrue();
                }
            }
        }
    }

    @Test
    void an_instance_that_ends_sends_its_streams_away_with_a_word() {
        try (var cluster = Cluster.start("second-line-drain", 1)) {
            var game = open(cluster);
            try (var ada = StreamPeer.join(cluster.lone().base(), game.pin(), "Ada");
                    var screen = StreamPeer.screen(cluster.lone().base(), game.screenToken())) {
                ada.next("welcome");
                screen.next("welcome");
                var ended = CompletableFuture.supplyAsync(cluster.lone()::stop);
                assertThat(code(ada.next("bye"))).isEqualTo(4001);
                assertThat(code(screen.next("bye"))).isEqualTo(4001);
                assertThat(ada.closeCode()).isEqualTo(4001);
                assertThat(screen.closeCode()).isEqualTo(4001);
                assertThat(ended.join()).as("exit code after SIGTERM").isIn(0, 143);
            }
        }
    }

    @Test
    void a_whole_game_is_played_by_streams_though_an_instance_is_killed_and_then_all() throws Exception {
        try (var cluster = Cluster.start("second-line-killed", 2);
                var proxy = Proxy.start(cluster.doors());
                var clients = Clients.start(3)) {
            proxy.refuseSockets(true);
            var desk = cluster.desk(0);
            var game = desk.open(desk.write(Paper.quiz("Streams", 0, 2, LONG_MS)), AT_ONCE);
            var remote = clients.remote(Door.to(proxy.address()), desk, game);
            var filtered = Door.to(proxy.filteredAddress());
            var screen = clients.screen(filtered, game);
            var crowd = Crowd.join(clients, i -> filtered, game.pin(), PLAYERS, i -> Person.WAITING);
            Patience.until("all have streams", () -> streams(cluster) == PLAYERS);

            remote.press("advance");
            crowd.awaitQuestion(0);
            tap(crowd, 0, HALF);
            cluster.instance(1).kill();
            tap(crowd, HALF, PLAYERS);
            crowd.awaitPhase("reveal");
            cluster.revive();
            cluster.instances().forEach(Instance::awaitReady);
            remote.press("advance");
            remote.press("advance");

            crowd.awaitQuestion(1);
            tap(crowd, 0, HALF);
            cluster.instances().forEach(Instance::kill);
            tap(crowd, HALF, PLAYERS);
            cluster.revive();
            cluster.instances().forEach(Instance::awaitReady);
            wake(crowd, remote, screen);
            crowd.awaitPhase("reveal");
            Patience.until("all have streams again", () -> streams(cluster) == PLAYERS);

            // From now on their network lets sockets through: the next connection is one.
            proxy.refuseSockets(false).forEach(Passage::drop);
            Patience.until("nobody has a stream", () -> streams(cluster) == 0);
            wake(crowd, remote, screen);
            remote.press("advance");
            remote.press("advance");
            crowd.awaitPhase("finished");
            Patience.until("the screen sees the end", () -> screen.shows("finished"));
            crowd.await("all acknowledged", phone -> phone.acks().size() >= 2 && !phone.keepsAnswers());
            try (var database = cluster.database()) {
                Oracle.judge(database, game.id(), crowd.phones());
            }
        }
    }

    private void tap(Crowd crowd, int from, int to) {
        for (var phone : crowd.phones().subList(from, to))
            phone.tap(
                    guesser.guess(phone.now().state().getJsonObject("question")).orElseThrow());
    }

    private static void wake(Crowd crowd, Remote remote, Screen screen) {
        crowd.wake();
        remote.wake();
        screen.wake();
    }

    private static double streams(Cluster cluster) {
        return cluster.instances().stream()
                .mapToDouble(instance -> instance.metric("podium_streams"))
                .sum();
    }

    private static HostDesk.Opened open(Cluster cluster) {
        var desk = cluster.desk(0);
        return desk.open(desk.write(Paper.quiz("Streams", 0, 1, LONG_MS)), AT_ONCE);
    }

    private boolean isAnswered(Cluster cluster, String ticket) {
        return StreamPeer.send(http, cluster.lone().base(), ticket, 0, PING).statusCode() == 200;
    }

    private static int code(JsonNode bye) {
        return bye.path("code").asInt();
    }
}
