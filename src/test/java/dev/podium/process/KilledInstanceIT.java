package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The lone instance is killed with {@code kill -9} and started again, at every phase of one game. */
class KilledInstanceIT {
    private static final int PLAYERS = 8;
    private static final int HALF = PLAYERS / 2;
    private static final long SHORTEST_REST_MS = 5_000;
    /** Shorter ones are not made good: whoever lives says so once a second. */
    private static final long OUTAGE_MS = 3_000;

    /** The shift is decided a moment before it is stored. */
    private static final long STORING_MS = 1_000;

    private Cluster cluster;
    private Match match;
    private int kills;
    private long aliveAt;

    @Test
    void a_game_goes_on_after_the_instance_is_killed_at_every_phase() throws Exception {
        var quiz = quiz(choice(20_000), order(20_000), choice(5_000));
        try (var started = Cluster.start("killed-instance", 1);
                var opened = Match.open(started, quiz, new JsonObject().put("countdownMs", 2_500), PLAYERS)) {
            cluster = started;
            match = opened;
            lobby();
            ready();
            questionWithSomeAnswers();
            staysAsItIs("reveal");
            match.advance("standings");
            staysAsItIs("standings");
            pausedQuestion();
            questionThatIsAlmostOver();
            match.advance("standings");
            match.advance("finished");
            staysAsItIs("finished");
            var ledger = match.judge();
            assertThat(ledger.count("closed")).isEqualTo(3);
            // A machine that starves the instance for seconds adds pauses of its own.
            assertThat(ledger.count("shifted")).isGreaterThanOrEqualTo(3);
        }
    }

    private void lobby() throws SQLException {
        var seats = match.crowd.phones().stream().map(Phone::id).toList();
        killAndRestart(() -> {});
        assertThat(match.crowd.phones().stream().map(Phone::id).toList()).isEqualTo(seats);
        assertThat(match.screen.now().state().getInteger("players")).isEqualTo(PLAYERS);
        assertThat(match.screen.now().state().getJsonArray("roster")).hasSize(PLAYERS);
    }

    private void ready() throws SQLException {
        match.remote.press("advance");
        match.awaitPhase("ready");
        killAndRestart(() -> {});
        match.awaitQuestion(0);
    }

    private void questionWithSomeAnswers() throws Exception {
        var early = match.phones(0, HALF);
        match.tap(early);
        match.awaitAcks(early, 1);
        long closesAt = match.phone(0).now().state().getLong("closesAt");
        killAndRestart(() -> match.tap(match.phones(HALF, PLAYERS - 1)));

        assertThat(early).allMatch(phone -> phone.now().state().getJsonObject("mine") != null || phone.shows("reveal"));
        assertThat(givenMs(0)).isBetween(closesAt - aliveAt - STORING_MS, closesAt - aliveAt);
        match.awaitAcks(match.phones(HALF, PLAYERS - 1), 1);
        match.tap(match.phones(PLAYERS - 1, PLAYERS));
        match.awaitPhase("reveal");
    }

    private void pausedQuestion() throws SQLException {
        match.advanceToQuestion(1);
        match.tap(match.phones(0, HALF));
        match.awaitAcks(match.phones(0, HALF), 2);
        match.remote.press("pause");
        match.crowd.await("sees the pause", KilledInstanceIT::paused);
        staysAsItIs("question");
        match.remote.press("continue");
        match.crowd.await("sees the end of the pause", phone -> !paused(phone));
        match.tap(match.phones(HALF, PLAYERS));
        match.awaitPhase("reveal");
        match.advance("standings");
    }

    private void questionThatIsAlmostOver() throws Exception {
        match.advanceToQuestion(2);
        killAndRestart(() -> {});
        assertThat(givenMs(2)).isGreaterThanOrEqualTo(SHORTEST_REST_MS);
        // Nobody answers: it closes by itself.
        match.awaitPhase("reveal");
    }

    private void staysAsItIs(String phase) throws SQLException {
        match.awaitPhase(phase);
        long seq = match.phone(0).now().seq();
        Patience.until(
                "host and screen show what the phones show",
                () -> match.remote.now().seq() == seq && match.screen.now().seq() == seq);
        var before = match.crowd.phones().stream().map(Phone::now).toList();
        var host = match.remote.now();
        var screen = match.screen.now();
        killAndRestart(() -> {});
        assertThat(match.crowd.phones().stream().map(Phone::now).toList()).isEqualTo(before);
        assertThat(match.remote.now().seq()).isEqualTo(host.seq());
        assertThat(match.screen.now()).isEqualTo(screen);
    }

    private void killAndRestart(Runnable meanwhile) throws SQLException {
        cluster.lone().kill();
        aliveAt = cluster.aliveAt();
        Patience.until("all have noticed", () -> match.crowd.phones().stream().noneMatch(Phone::welcomed));
        meanwhile.run();
        Patience.until("it counts as an outage", () -> System.currentTimeMillis() - aliveAt > OUTAGE_MS);
        cluster.lone().start().awaitReady();
        match.awaitReturn(++kills + 1);
    }

    /** What was left of a question when the outage was over, as the log tells. */
    private long givenMs(int question) throws Exception {
        var shift = match.ledger().events().stream()
                .filter(event -> event.type().equals("shifted") && event.at() > aliveAt)
                .findFirst()
                .orElseThrow();
        long closesAt = match.phone(0).shown().stream()
                .filter(shown -> shown.seq() == shift.seq())
                .map(shown -> shown.state().getLong("closesAt"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody saw question " + question + " after " + shift));
        return closesAt - shift.at();
    }

    private static boolean paused(Phone phone) {
        return phone.now().state().getBoolean("paused", false);
    }
}
