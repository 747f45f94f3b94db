package dev.podium.wire;

import static dev.podium.wire.Sample.ANSWERS;
import static dev.podium.wire.Sample.ANSWER_ID;
import static dev.podium.wire.Sample.COMMAND_ID;
import static dev.podium.wire.Sample.KINDS;
import static dev.podium.wire.Sample.NOW;
import static dev.podium.wire.Sample.game;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every golden message from the server, as the code writes it. */
final class GoldenOut {
    private static final int PLAYERS = 3;
    private static final long HEARTBEAT_MS = 15_000;
    private static final Seat ADA = new Seat(Sample.ADA, "Ada", null, Sample.TICKET);
    private static final Seat ZOE = new Seat(Sample.ADA, "Zoë 🦊", "red", Sample.TICKET);

    private final Map<String, String> messages = new LinkedHashMap<>();

    private GoldenOut() {}

    static Map<String, String> messages() {
        var all = new GoldenOut();
        all.playerFrames();
        all.playerBeforeReveal();
        all.playerReveals();
        all.playerStandings();
        all.big(Audience.SCREEN, "screen.out.");
        all.big(Audience.HOST, "host.out.");
        all.hostOnly();
        return all.messages;
    }

    private void playerFrames() {
        var lobby = View.of(Audience.PLAYER, scene(game(0, Phase.LOBBY, -1)));
        var open = View.of(Audience.PLAYER, scene(game(2, Phase.QUESTION, 0)));
        put("play.out.welcome", Frame.welcome(ADA, HEARTBEAT_MS, NOW, 0, lobby, Personal.NONE));
        put("play.out.welcome.team", Frame.welcome(ZOE, HEARTBEAT_MS, NOW, 2, open, answered("choice")));
        for (var status : AnswerStatus.values()) {
            put("play.out.ack." + status.wireName(), Frame.ack(ANSWER_ID, 0, status));
        }
        put("play.out.ack.duplicate.other", Frame.duplicate(ANSWER_ID, 0, "{\"choices\":[\"rhin0002\"]}"));
        put("play.out.progress", Frame.progress(PLAYERS));
        put("play.out.pong", Frame.pong("12.5", NOW));
        put("play.out.error.suggestion", Frame.nicknameTaken("That nickname is taken.", "Ada 2"));
        put("play.out.error", Frame.error(ErrorCode.NICKNAME_TAKEN, "That nickname is taken.", null));
        put("play.out.error.malformed", Frame.error((Read.Wrong<?>)
                Wire.readPlay("{\"type\":\"answer\",\"id\":\"" + ANSWER_ID + "\"}")));
        put("play.out.error.unknown-type", Frame.error((Read.Wrong<?>) Wire.readPlay("{\"type\":\"dance\"}")));
        put("play.out.bye", Frame.bye(CloseCode.DRAINING, 640));
    }

    private void playerBeforeReveal() {
        player("lobby", game(0, Phase.LOBBY, -1), Personal.NONE);
        player("lobby.locked", Sample.locked(game(1, Phase.LOBBY, -1)), Personal.NONE);
        for (var kind : List.of("choice", "choice.multiple", "slide")) {
            player("ready." + kind, game(1, Phase.READY, KINDS.get(kind)), Personal.NONE);
        }
        player("ready.paused", Sample.pausedWith(1_200, game(2, Phase.READY, 0)), Personal.NONE);
        KINDS.forEach((kind, index) -> player("question." + kind, game(2, Phase.QUESTION, index), Personal.NONE));
        player("question.answered", game(2, Phase.QUESTION, KINDS.get("order")), answered("order"));
        var paused = Sample.locked(Sample.pausedWith(14_250, game(3, Phase.QUESTION, 0)));
        player("question.paused", paused, answered("choice"));
        var slide = game(3, Phase.QUESTION, KINDS.get("slide"));
        player("question.paused.slide", Sample.pausedWith(0, slide), Personal.NONE);
    }

    private void playerReveals() {
        reveal("choice", 1d, 1050, 1834, 2, 2050, 1);
        reveal("choice.multiple", 1d, 950, 2000, 1, 950, 2);
        reveal("true-false", 0d, 0, 1834, 0, 950, 2);
        reveal("text", 1d, 954, 1834, 1, 954, 1);
        reveal("number", 1d, 969, 1834, 1, 969, 1);
        reveal("order", 1d / 3, 636, 1834, 0, 636, 3);
        reveal("poll", null, 0, 1834, 0, 950, 2);
        var choice = game(4, Phase.REVEAL, 0);
        player("reveal.none", choice, Personal.revealed(Mine.none(true, 0), 0, 3));
        var voided = new Mine(AnswerJson.write(ANSWERS.get("choice")), 1d, 0, 1834L, 1);
        player("reveal.voided", Sample.voided(choice), Personal.revealed(voided, 950, 1));
    }

    private void playerStandings() {
        var standings = scene(game(5, Phase.STANDINGS, 0));
        var second = Personal.ranked(950, 2, new Personal.Ahead("Cleo", 1100));
        player("standings", standings.with(Sample.TOP, List.of()), second);
        player("standings.first.teams", standings.with(Sample.TOP, Sample.TEAMS), Personal.ranked(2050, 1, null));
        var finished = scene(game(20, Phase.FINISHED, 8));
        var end = Personal.finished(950, 2, 4, Sample.PLAN.total());
        player("finished", finished.with(Sample.LAST, List.of()), end);
        player("finished.teams", finished.with(Sample.LAST, Sample.TEAMS), end);
    }

    private void big(Audience audience, String prefix) {
        var lobby = scene(game(0, Phase.LOBBY, -1)).with(Sample.LOBBY);
        put(prefix + "welcome", Frame.welcome(HEARTBEAT_MS, NOW, 0, View.of(audience, lobby)));
        state(audience, prefix + "state.lobby", lobby);
        state(audience, prefix + "state.ready.choice", scene(game(1, Phase.READY, 0)));
        state(audience, prefix + "state.ready.paused", scene(Sample.pausedWith(1_200, game(2, Phase.READY, 0))));
        KINDS.forEach((kind, index) -> {
            state(audience, prefix + "state.question." + kind, scene(game(2, Phase.QUESTION, index)));
            if (Sample.TALLIES.containsKey(kind)) {
                var reveal = scene(game(4, Phase.REVEAL, index)).with(Sample.TALLIES.get(kind));
                state(audience, prefix + "state.reveal." + kind, reveal);
            }
        });
        var paused = Sample.locked(Sample.pausedWith(14_250, game(3, Phase.QUESTION, 0)));
        state(audience, prefix + "state.question.paused", scene(paused));
        var voided = scene(Sample.voided(game(4, Phase.REVEAL, 0))).with(Sample.TALLIES.get("choice"));
        state(audience, prefix + "state.reveal.voided", voided);
        var standings = scene(game(5, Phase.STANDINGS, 0));
        state(audience, prefix + "state.standings", standings.with(Sample.TOP, List.of()));
        state(audience, prefix + "state.standings.teams", standings.with(Sample.TOP, Sample.TEAMS));
        var finished = scene(game(20, Phase.FINISHED, 8)).with(Sample.LAST, List.of());
        state(audience, prefix + "state.finished", finished);
        put(prefix + "progress", Frame.progress(2, PLAYERS));
        put(prefix + "roster", Frame.roster(PLAYERS, Sample.ROSTER.subList(0, 1), List.of(Sample.BOB)));
        put(prefix + "bye", Frame.bye(CloseCode.DRAINING, 640));
    }

    private void hostOnly() {
        var plan = Sample.plan(new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), true, false));
        var lobby = scene(plan, game(0, Phase.LOBBY, -1)).with(Sample.LOBBY);
        state(Audience.HOST, "host.out.state.lobby.automatic", lobby);
        put("host.out.ack.done", Frame.done(COMMAND_ID, 5));
        put("host.out.ack.refused", Frame.refused(COMMAND_ID, "stale", 5));
        put("host.out.pong", Frame.pong("1834", NOW));
        put("host.out.error.unknown-type", Frame.error((Read.Wrong<?>)
                Wire.readHost("{\"type\":\"dance\",\"id\":\"" + COMMAND_ID + "\"}")));
    }

    private void reveal(String kind, Double fraction, int points, long elapsedMs, int streak, int score, int rank) {
        var mine = new Mine(AnswerJson.write(ANSWERS.get(kind)), fraction, points, elapsedMs, streak);
        player("reveal." + kind, game(4, Phase.REVEAL, KINDS.get(kind)), Personal.revealed(mine, score, rank));
    }

    private void player(String detail, Game game, Personal personal) {
        player(detail, scene(game), personal);
    }

    private void player(String detail, Scene scene, Personal personal) {
        var view = View.of(Audience.PLAYER, scene);
        put("play.out.state." + detail, Frame.state(scene.game().seq(), NOW, view, personal));
    }

    private void state(Audience audience, String name, Scene scene) {
        put(name, Frame.state(scene.game().seq(), NOW, View.of(audience, scene), Personal.NONE));
    }

    private void put(String name, String message) {
        messages.put(name, message);
    }

    private static Personal answered(String kind) {
        return Personal.answered(AnswerJson.write(ANSWERS.get(kind)));
    }

    private static Scene scene(Game game) {
        return scene(Sample.PLAN, game);
    }

    private static Scene scene(Plan plan, Game game) {
        return Scene.of(plan, game, PLAYERS);
    }
}
