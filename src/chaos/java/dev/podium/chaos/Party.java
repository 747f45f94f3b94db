package dev.podium.chaos;

import dev.podium.client.Ack;
import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.Handover;
import dev.podium.client.HostDesk;
import dev.podium.client.Names;
import dev.podium.client.Phone;
import dev.podium.client.Remote;
import dev.podium.client.Screen;
import dev.podium.process.Crowd;
import dev.podium.process.Patience;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A game with everybody in it: a host, a screen, and a crowd that answers by itself.
 *
 * @param approval whether its host lets in who comes
 */
record Party(
        String title,
        HostDesk desk,
        HostDesk.Opened game,
        Remote remote,
        Screen screen,
        Crowd crowd,
        long medianMs,
        boolean approval) {
    /** Of a question that follows. */
    private static final int TIME_LIMIT_MS = 8_000;

    static final int COUNTDOWN_MS = 1_500;
    /** Half of all answers have come after a third of the time: such a player's come after it. */
    private static final int SLOW = 4;

    private static final Names NAMES = new Names(3);

    /**
     * Opens a game of a quiz. Phones are on their way to it when this returns.
     *
     * @param medianMs half of all answers come faster
     */
    static Party open(
            Clients clients,
            Doors doors,
            HostDesk desk,
            String title,
            String quizId,
            int players,
            long medianMs,
            boolean approval) {
        var settings = new JsonObject().put("countdownMs", COUNTDOWN_MS).put("approval", approval);
        var game = desk.open(quizId, settings);
        var remote = clients.remote(doors.free(), desk, game);
        var screen = clients.screen(doors.filtered(), game);
        Patience.until("host and screen are welcome", () -> remote.welcomed() && screen.welcomed());
        var phones = IntStream.range(0, players)
                .mapToObj(i -> clients.phone(doors.ofPlayer(i), game.pin(), NAMES.of(i), clients.guesser(medianMs)))
                .toList();
        return new Party(title, desk, game, remote, screen, new Crowd(phones), medianMs, approval);
    }

    /** One more is on its way when this returns. */
    Phone latecomer(Clients clients, Door door) {
        return latecomer(clients, door, medianMs);
    }

    private Phone latecomer(Clients clients, Door door, long medianMs) {
        int number = crowd.phones().size();
        var phone = clients.phone(door, game.pin(), NAMES.of(number), clients.guesser(medianMs));
        crowd.add(phone);
        return phone;
    }

    /** A quiz of one question for this game; gives its id. */
    String another(int kind) {
        return desk.write(Paper.quiz(title, kind, 1, TIME_LIMIT_MS));
    }

    /** Lets it follow on the last. */
    void append(String quiz) {
        remote.press("append", new JsonObject().put("quizId", quiz));
    }

    void awaitSeats() {
        crowd.await("welcome", Phone::welcomed);
        letIn();
        crowd.await("the lobby", phone -> !phone.shows("waiting"));
    }

    /** All that wait at the door, where there is one. */
    void letIn() {
        if (approval) remote.press("admit-all");
    }

    /**
     * One who has more time than others comes, and takes it; one moves to another phone, and one leaves by mistake; a word is taken
     * off the screen, where words are typed.
     */
    void comeAndGo(Clients clients, Door door) throws Exception {
        var phones = crowd.phones();
        var moving = phones.get(0);
        moving.moveIn(Handover.code(door, moving.ticket()));
        phones.get(1).stepOut();
        var slow = latecomer(clients, door, SLOW * medianMs);
        Patience.until("the slow one has a seat", slow::welcomed);
        letIn();
        remote.press("extra", new JsonObject().put("player", slow.id()).put("percent", 100));
        var question = remote.now().state().getJsonObject("question");
        if (question.getString("kind").equals("text")) {
            remote.press(
                    "hide",
                    new JsonObject()
                            .put("question", question.getInteger("index"))
                            .put("text", "Monaco"));
        }
    }

    void awaitPhase(String phase) {
        crowd.awaitPhase(phase);
        Patience.until(
                "host and screen see " + phase,
                () -> remote.shows(phase) && screen.shows(phase),
                () -> remote.now() + " " + screen.now());
    }

    /** Whether everybody is connected, and nobody misses an acknowledgement. */
    boolean isWell() {
        return remote.welcomed() && screen.welcomed() && crowd.phones().stream().allMatch(Phone::isWell);
    }

    /** Everybody loses the connection and comes back at once. */
    void drop() {
        crowd.phones().forEach(Phone::drop);
        remote.drop();
        screen.drop();
    }

    /** How many have lost a connection since. */
    long lostSince(long moment) {
        var watching = LongStream.of(remote.lostAt(), screen.lostAt());
        var all = LongStream.concat(crowd.phones().stream().mapToLong(Phone::lostAt), watching);
        return all.filter(at -> at - moment > 0).count();
    }

    /** Where a page says that it has stopped trying, its person taps. */
    void tapWhereAsked() {
        crowd.phones().stream().filter(Phone::gaveUp).forEach(Phone::wake);
        if (remote.gaveUp()) remote.wake();
        if (screen.gaveUp()) screen.wake();
    }

    /** How many answers were acknowledged as stored. */
    long acknowledged() {
        return crowd.phones().stream()
                .mapToLong(phone -> phone.acks().stream()
                        .filter(Ack::stored)
                        .map(Ack::id)
                        .distinct()
                        .count())
                .sum();
    }
}
