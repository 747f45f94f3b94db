package dev.podium.process;

import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.Guesser;
import dev.podium.client.HostDesk;
import dev.podium.client.Person;
import dev.podium.client.Phone;
import dev.podium.client.Remote;
import dev.podium.client.Screen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/** A game with everybody in it: a host, a screen and phones that tap when the test says so. */
final class Match implements AutoCloseable {
    private final Cluster cluster;
    private final Clients clients = Clients.start(11);
    private final Guesser guesser = new Guesser(new Random(13), 0, List.of("word"));
    final HostDesk.Opened game;
    final Remote remote;
    final Screen screen;
    final Crowd crowd;

    private Match(Cluster cluster, JsonObject quiz, JsonObject settings, int players) {
        this.cluster = cluster;
        var desk = cluster.desk(0);
        game = desk.open(desk.write(quiz), settings);
        remote = clients.remote(door(0), desk, game);
        screen = clients.screen(door(1), game);
        Patience.until("host and screen are welcome", () -> remote.welcomed() && screen.welcomed());
        crowd = Crowd.join(clients, this::door, game.pin(), players, i -> Person.WAITING);
    }

    /** The host begins at the first instance, phones are spread over all. */
    static Match open(Cluster cluster, JsonObject quiz, JsonObject settings, int players) {
        return new Match(cluster, quiz, settings, players);
    }

    Phone phone(int index) {
        return crowd.phones().get(index);
    }

    List<Phone> phones(int from, int to) {
        return crowd.phones().subList(from, to);
    }

    /** Each taps some answer to the question it shows. */
    void tap(List<Phone> phones) {
        for (var phone : phones) {
            var question = phone.now().state().getJsonObject("question");
            phone.tap(guesser.guess(question).orElseThrow());
        }
    }

    void awaitAcks(List<Phone> phones, int each) {
        Patience.until(
                each + " acks each",
                () -> phones.stream().allMatch(phone -> phone.acks().size() >= each && !phone.keepsAnswers()),
                () -> phones.stream().map(Phone::acks).toList());
    }

    /** Whether one of them was promised something. */
    static boolean anyAcked(List<Phone> phones) {
        return phones.stream().anyMatch(phone -> !phone.acks().isEmpty());
    }

    /** Everybody is connected anew and welcome. */
    void awaitReturn(int welcomes) {
        wake();
        crowd.await("welcome again", phone -> phone.welcomed() && phone.welcomes() >= welcomes);
        Patience.until("host and screen are welcome again", () -> remote.welcomed() && screen.welcomed());
    }

    /** Everybody looks at the device and wants to go on. */
    void wake() {
        crowd.wake();
        remote.wake();
        screen.wake();
    }

    /** The next question, open on every phone. */
    void advanceToQuestion(int index) {
        remote.press("advance");
        awaitQuestion(index);
    }

    void awaitQuestion(int index) {
        crowd.awaitQuestion(index);
        Patience.until("the host sees the question", () -> remote.shows("question"));
    }

    void awaitPhase(String phase) {
        crowd.awaitPhase(phase);
        Patience.until(
                "host and screen see " + phase,
                () -> remote.shows(phase) && screen.shows(phase),
                () -> remote.now() + " " + screen.now());
    }

    /** Through standings to the next question, or to the end. */
    void advance(String phase) {
        remote.press("advance");
        awaitPhase(phase);
    }

    /** From the first reveal through a second question, which everybody answers, to the end. */
    Ledger playOn() throws Exception {
        advance("standings");
        advanceToQuestion(1);
        tap(crowd.phones());
        awaitPhase("reveal");
        advance("standings");
        advance("finished");
        return judge();
    }

    Ledger judge() throws Exception {
        try (var database = cluster.database()) {
            return Oracle.judge(database, game.id(), crowd.phones());
        }
    }

    Ledger ledger() throws Exception {
        try (var database = cluster.database()) {
            return Ledger.read(database, game.id());
        }
    }

    @Override
    public void close() {
        clients.close();
    }

    private Door door(int first) {
        return Door.round(cluster.doors(), first);
    }
}
