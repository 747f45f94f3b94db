package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Ack;
import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.HostDesk;
import dev.podium.client.Person;
import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A whole game of the demo quiz on the packaged application, by clients that know the contract and nothing else. */
class WholeGameIT {
    private static final int PLAYERS = 200;
    /** Of so many one looks out of the window, so that this question must be closed. */
    private static final int DREAMERS = 20;
    /** All but the slide. */
    private static final int ASKED = 11;

    private static final int DREAMY_QUESTION = 2;
    private static final long MEDIAN_MS = 400;

    @Test
    void two_hundred_players_play_the_demo_quiz_and_every_answer_counts() throws Exception {
        try (var collector = Collector.start();
                var cluster = Cluster.start(Shape.of("whole-game", 1)
                        .with("PODIUM_LOG_JSON", "true")
                        .with("PODIUM_TRACES_URL", collector.url())
                        .with("PODIUM_TRACES_ANSWERS_PERCENT", "100"));
                var clients = Clients.start(7)) {
            var door = Door.to(cluster.lone().base());
            var desk = cluster.desk(0);
            var game = desk.open(desk.quizzes().getFirst(), new JsonObject().put("countdownMs", 500));
            var remote = clients.remote(door, desk, game);
            var screen = clients.screen(door, game);
            Patience.until("the host is welcome", remote::welcomed);
            var crowd = Crowd.join(clients, i -> door, game.pin(), PLAYERS, i -> person(clients, i));

            while (!remote.shows("finished")) {
                remote.press("advance");
                Patience.until(
                        "an open question, or the end", () -> remote.shows("question") || remote.shows("finished"));
                if (remote.shows("finished")) break;
                var question = remote.now().state().getJsonObject("question");
                crowd.awaitQuestion(question.getInteger("index"));
                if (question.getString("kind").equals("slide")) continue;
                if (question.getInteger("index") == DREAMY_QUESTION) {
                    var dreamers = IntStream.range(0, PLAYERS)
                            .filter(WholeGameIT::isDreamer)
                            .mapToObj(crowd.phones()::get)
                            .toList();
                    crowd.await(
                            "who is awake has answered",
                            phone -> phone.acks().size() == DREAMY_QUESTION + 1 || dreamers.contains(phone));
                    remote.press("close");
                }
                crowd.awaitPhase("reveal");
                Patience.until("the host sees the reveal", () -> remote.shows("reveal"));
                remote.press("advance");
                Patience.until("the host sees the standings", () -> remote.shows("standings"));
            }
            crowd.awaitPhase("finished");
            Patience.until("the screen shows the end", () -> screen.shows("finished"));

            var acks = crowd.phones().stream()
                    .flatMap(phone -> phone.acks().stream())
                    .toList();
            assertThat(acks.stream().map(Ack::status).collect(Collectors.toSet()))
                    .isEqualTo(Set.of("saved"));
            assertThat(acks).hasSize(ASKED * PLAYERS - PLAYERS / DREAMERS);
            assertThat(crowd.phones()).noneMatch(Phone::keepsAnswers);
            assertThat(crowd.phones()).allMatch(phone -> phone.welcomes() == 1);
            try (var database = cluster.database()) {
                var ledger = Oracle.judge(database, game.id(), crowd.phones());
                assertThat(ledger.answers()).hasSize(acks.size());
                assertThat(ledger.count("closed")).isEqualTo(ASKED);
            }
            assertThat(cluster.lone().metric("podium_answers_late_in_time_total"))
                    .isZero();

            // Without the words that describe a metric.
            var metrics = cluster.lone().metrics().replaceAll("(?m)^#.*$", "");
            everyFormIsWritten(desk, game);
            figuresAreTold(cluster.lone());

            clients.close();
            Patience.until("no socket is left", () -> cluster.lone().metric("podium_sockets") == 0);
            Patience.until("no room is left", () -> cluster.lone().metric("podium_rooms") == 0);
            assertThat(cluster.lone().stop()).as("exit code after SIGTERM").isIn(0, 143);

            assertThat(collector.text()).contains("socket answer", "transaction step", "bus", "fan-out", game.id());
            nobodyIsNamed(log(cluster.lone()) + metrics + collector.text(), game, crowd);
        }
    }

    /** A library that an executable lacks is missed where it is used, and not before. */
    private static void everyFormIsWritten(HostDesk desk, HostDesk.Opened game) {
        assertThat(desk.get("/q/openapi")).contains("openapi: 3.", "/api/games/{id}/report:");
        assertThat(desk.get("/api/games/" + game.id() + "/report?format=csv")).contains("nickname");
        assertThat(desk.get("/api/games/" + game.id() + "/report?format=xlsx")).startsWith("PK");
        var quiz = "/api/quizzes/" + desk.quizzes().getFirst() + "/export?format=";
        assertThat(desk.get(quiz + "json")).startsWith("{");
        assertThat(desk.get(quiz + "zip")).startsWith("PK");
        assertThat(desk.get(quiz + "kahoot")).startsWith("PK");
        assertThat(desk.get(quiz + "gift")).startsWith("// GIFT");
        assertThat(desk.get(quiz + "moodle")).startsWith("<?xml");
    }

    /** Those a dashboard asks for; of the JVM's an executable lacks what the collector and buffers take, which nothing asks for. */
    private static void figuresAreTold(Instance instance) {
        assertThat(instance.metrics()
                        .lines()
                        .filter(line -> line.startsWith("# TYPE "))
                        .map(line -> line.split(" ")[2]))
                .contains(
                        "podium_sockets",
                        "podium_rooms",
                        "podium_answers_commit_seconds",
                        "podium_answers_commit_seconds_max",
                        "podium_answers_rows",
                        "podium_fan_out_seconds",
                        "podium_bus_listening",
                        "podium_clock_offset_ms",
                        "http_server_requests_seconds",
                        "sql_pool_queue_size",
                        "process_cpu_time_ns",
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "netty_allocator_memory_used");
    }

    /** It is an object a line here. */
    private static String log(Instance instance) throws IOException {
        var log = Files.readString(instance.log());
        assertThat(log.lines().filter(line -> line.startsWith("{")).map(JsonObject::new))
                .isNotEmpty()
                .allMatch(line -> line.containsKey("message"));
        assertThat(log.lines())
                .as("lines that are no objects")
                .filteredOn(line -> !line.startsWith("{"))
                .isEmpty();
        return log;
    }

    private static void nobodyIsNamed(String told, HostDesk.Opened game, Crowd crowd) {
        var named = Stream.concat(
                        Stream.of("host@podium.local", "127.0.0.1", game.pin(), game.screenToken()),
                        crowd.phones().stream()
                                .flatMap(phone -> Stream.of(phone.nickname(), phone.id(), phone.ticket())))
                .filter(name -> Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w.])")
                        .matcher(told)
                        .find());
        assertThat(named).isEmpty();
    }

    private static boolean isDreamer(int number) {
        return number % DREAMERS == 0;
    }

    private static Person person(Clients clients, int number) {
        var guesser = clients.guesser(MEDIAN_MS);
        if (!isDreamer(number)) return guesser;
        return question -> question.getInteger("index") == DREAMY_QUESTION
                ? Person.WAITING.faces(question)
                : guesser.faces(question);
    }
}
