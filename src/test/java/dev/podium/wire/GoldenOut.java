package dev.podium.wire;

import static dev.podium.wire.Sample.ANSWERS;
import static dev.podium.wire.Sample.ANSWER_ID;
import static dev.podium.wire.Sample.COMMAND_ID;
import static dev.podium.wire.Sample.KINDS;
import static dev.podium.wire.Sample.NOW;
import static dev.podium.wire.Sample.game;

import dev.podium.game.Event;
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
        all.laterKinds();
        all.shows();
        all.rounds();
        return all.messages;
    }

    private void playerFrames() {
        var lobby = Projection.of(Audience.PLAYER, content(game(0, Phase.LOBBY, -1)));
        var open = Projection.of(Audience.PLAYER, content(game(2, Phase.QUESTION, 0)));
        put("play.out.welcome", Frame.welcome(ADA, HEARTBEAT_MS, NOW, 0, lobby, PlayerPart.NONE));
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
        put("play.out.state.waiting", Frame.state(1, NOW, Projection.waiting(Sample.PLAN), PlayerPart.NONE));
        player("lobby", game(0, Phase.LOBBY, -1), PlayerPart.NONE);
        player("lobby.locked", Sample.locked(game(1, Phase.LOBBY, -1)), PlayerPart.NONE);
        for (var kind : List.of("choice", "choice.multiple", "slide")) {
            player("ready." + kind, game(1, Phase.READY, KINDS.get(kind)), PlayerPart.NONE);
        }
        player("ready.paused", Sample.pausedWith(1_200, game(2, Phase.READY, 0)), PlayerPart.NONE);
        KINDS.forEach((kind, index) -> player("question." + kind, game(2, Phase.QUESTION, index), PlayerPart.NONE));
        var portuguese = content(Sample.planIn("pt-BR"), game(2, Phase.QUESTION, 0));
        player("question.language", portuguese, PlayerPart.NONE);
        player("question.markdown", content(Sample.markdown(), game(2, Phase.QUESTION, 0)), PlayerPart.NONE);
        player("question.answered", game(2, Phase.QUESTION, KINDS.get("order")), answered("order"));
        var paused = Sample.locked(Sample.pausedWith(14_250, game(3, Phase.QUESTION, 0)));
        player("question.paused", paused, answered("choice"));
        var slide = game(3, Phase.QUESTION, KINDS.get("slide"));
        player("question.paused.slide", Sample.pausedWith(0, slide), PlayerPart.NONE);
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
        player("reveal.none", choice, PlayerPart.revealed(OwnResult.none(true, 0), 0, 3, null));
        var voided = new OwnResult(AnswerJson.write(ANSWERS.get("choice")), 1d, 0, 1834L, 1);
        player("reveal.voided", Sample.voided(choice), PlayerPart.revealed(voided, 950, 1, null));
        var again = new OwnResult(AnswerJson.write(ANSWERS.get("choice")), 1d, 954, 1834L, 1);
        player("reveal.regraded", Sample.regraded(choice), PlayerPart.revealed(again, 954, 1, null));
    }

    private void playerStandings() {
        var standings = content(game(5, Phase.STANDINGS, 0));
        var second = PlayerPart.ranked(950, 2, new PlayerPart.Ahead("Cleo", 1100));
        player("standings", standings.with(Sample.TOP, List.of()), second);
        player("standings.first.teams", standings.with(Sample.TOP, Sample.TEAMS), PlayerPart.ranked(2050, 1, null));
        var finished = content(game(20, Phase.FINISHED, 8));
        var end = PlayerPart.finished(950, 2, 4, 6);
        player("finished", finished.with(Sample.LAST, List.of()), end);
        player("finished.teams", finished.with(Sample.LAST, Sample.TEAMS), end);
    }

    private void big(Audience audience, String prefix) {
        var lobby = content(game(0, Phase.LOBBY, -1)).with(Sample.LOBBY);
        put(prefix + "welcome", Frame.welcome(HEARTBEAT_MS, NOW, 0, Projection.of(audience, lobby)));
        state(audience, prefix + "state.lobby", lobby);
        state(audience, prefix + "state.ready.choice", content(game(1, Phase.READY, 0)));
        state(audience, prefix + "state.ready.paused", content(Sample.pausedWith(1_200, game(2, Phase.READY, 0))));
        state(
                audience,
                prefix + "state.question.language",
                content(Sample.planIn("pt-BR"), game(2, Phase.QUESTION, 0)));
        state(audience, prefix + "state.question.markdown", content(Sample.markdown(), game(2, Phase.QUESTION, 0)));
        KINDS.forEach((kind, index) -> {
            state(audience, prefix + "state.question." + kind, content(game(2, Phase.QUESTION, index)));
            if (Sample.TALLIES.containsKey(kind)) {
                var reveal = content(game(4, Phase.REVEAL, index)).with(Sample.TALLIES.get(kind));
                state(audience, prefix + "state.reveal." + kind, reveal);
            }
        });
        var paused = Sample.locked(Sample.pausedWith(14_250, game(3, Phase.QUESTION, 0)));
        state(audience, prefix + "state.question.paused", content(paused));
        var voided = content(Sample.voided(game(4, Phase.REVEAL, 0))).with(Sample.TALLIES.get("choice"));
        state(audience, prefix + "state.reveal.voided", voided);
        var again = content(Sample.regraded(game(4, Phase.REVEAL, 0))).with(Sample.TALLIES.get("choice"));
        state(audience, prefix + "state.reveal.regraded", again);
        var standings = content(game(5, Phase.STANDINGS, 0));
        state(audience, prefix + "state.standings", standings.with(Sample.TOP, List.of()));
        state(audience, prefix + "state.standings.teams", standings.with(Sample.TOP, Sample.TEAMS));
        var finished = content(game(20, Phase.FINISHED, 8)).with(Sample.LAST, List.of());
        state(audience, prefix + "state.finished", finished);
        put(prefix + "progress", Frame.progress(2, PLAYERS));
        put(prefix + "tally", Frame.tally(0, Sample.TALLIES.get("word-cloud")));
        put(prefix + "roster", Frame.roster(PLAYERS, Sample.ROSTER.subList(0, 1), List.of(Sample.BOB)));
        put(prefix + "roster.full", Frame.roster(PLAYERS, Sample.ROSTER.subList(0, 1)));
        var open = content(game(2, Phase.QUESTION, 0));
        put(
                prefix + "welcome.question",
                Frame.welcome(HEARTBEAT_MS, NOW, 2, 2, PLAYERS, Projection.of(audience, open)));
        put(prefix + "bye", Frame.bye(CloseCode.DRAINING, 640));
    }

    private void hostOnly() {
        var plan = Sample.plan(
                new Settings(Scoring.SPEED, true, true, 3_000, true, List.of(), true, false, Settings.MAX_PLAYERS));
        var lobby = content(plan, game(0, Phase.LOBBY, -1)).with(Sample.LOBBY);
        state(Audience.HOST, "host.out.state.lobby.automatic", lobby);
        put("host.out.progress.hosts", Frame.progress(2, PLAYERS, 2));
        put(
                "host.out.roster.door",
                Frame.roster(
                        PLAYERS,
                        List.of(
                                new RosterEntry(Sample.BOB, "Bob", null, RosterEntry.Status.WAITING, 0, null),
                                new RosterEntry(Sample.CLEO, "Cleo", "red", RosterEntry.Status.LEFT, 0, null)),
                        List.of()));
        put(
                "host.out.roster.extra",
                Frame.roster(
                        PLAYERS,
                        List.of(new RosterEntry(Sample.BOB, "Bob", null, RosterEntry.Status.IN, 50, "s-1834")),
                        List.of()));
        var noted = content(Sample.noted("Ask who has been there."), game(2, Phase.QUESTION, 0));
        state(Audience.HOST, "host.out.state.question.notes", noted);
        var grace = new Did("skipped", "00000000-0000-4000-8000-000000000009", "Grace");
        var skipped = content(Sample.voided(game(4, Phase.REVEAL, 0)))
                .with(Sample.TALLIES.get("choice"))
                .with(new Beside(null, null, Facts.NONE, false, grace));
        state(Audience.HOST, "host.out.state.reveal.did", skipped);
        var paused = content(Sample.locked(Sample.pausedWith(14_250, game(3, Phase.QUESTION, 0))))
                .with(new Beside(null, null, Facts.NONE, false, new Did("paused", "q7Xw2_aB", null)));
        state(Audience.HOST, "host.out.state.question.did", paused);
        put(
                "host.out.phones",
                Frame.phones(
                        List.of(new Phone(Sample.ADA, true, 38, true), new Phone(Sample.BOB, false, null, false)), 1));
        var rehearsal = content(game(0, Phase.LOBBY, -1))
                .with(Sample.LOBBY)
                .with(new Beside(null, null, Facts.NONE, true, null));
        state(Audience.HOST, "host.out.state.lobby.rehearsal", rehearsal);
        state(Audience.SCREEN, "screen.out.state.lobby.rehearsal", rehearsal);
        put("host.out.ack.done", Frame.done(COMMAND_ID, 5));
        put("host.out.ack.refused", Frame.refused(COMMAND_ID, "stale", 5));
        put("host.out.pong", Frame.pong("1834", NOW));
        put("host.out.error.unknown-type", Frame.error((Read.Wrong<?>)
                Wire.readHost("{\"type\":\"dance\",\"id\":\"" + COMMAND_ID + "\"}")));
    }

    private void laterKinds() {
        for (var kind : List.of("word-cloud", "scale", "point")) {
            int index = Sample.LATER_KINDS.get(kind);
            var graded = Sample.LATER_PLAN.question(index).graded();
            var open = content(Sample.LATER_PLAN, game(2, Phase.QUESTION, index));
            var told = content(Sample.LATER_PLAN, game(4, Phase.REVEAL, index));
            var mine = new OwnResult(
                    AnswerJson.write(ANSWERS.get(kind)), graded ? 1d : null, graded ? 954 : 0, 1834L, graded ? 1 : 0);
            player("question." + kind, open, PlayerPart.NONE);
            player("reveal." + kind, told, PlayerPart.revealed(mine, 954, 1, null));
            for (var audience : List.of(Audience.SCREEN, Audience.HOST)) {
                var prefix = audience == Audience.SCREEN ? "screen.out.state." : "host.out.state.";
                state(audience, prefix + "question." + kind, open);
                state(audience, prefix + "reveal." + kind, told.with(Sample.TALLIES.get(kind)));
            }
        }
        player("lobby.team", content(game(0, Phase.LOBBY, -1)), PlayerPart.of("red"));
        int rectangle = Sample.LATER_KINDS.get("point.rectangle");
        var told = content(Sample.LATER_PLAN, game(4, Phase.REVEAL, rectangle));
        player("reveal.point.rectangle", told, PlayerPart.revealed(OwnResult.none(true, 0), 0, 3, null));
    }

    /** What hosts choose for the show. */
    private void shows() {
        var lobby = content(Sample.SHOWN, game(0, Phase.LOBBY, -1)).with(Sample.LOBBY);
        var reveal = content(Sample.SHOWN, game(4, Phase.REVEAL, 0))
                .with(Sample.TALLIES.get("choice"))
                .with(new Beside(null, 2, Facts.NONE));
        var standings = content(Sample.SHOWN, game(5, Phase.STANDINGS, 0)).with(Sample.TOP, Sample.TEAMS);
        var told = new Facts(
                new Facts.Hardest(3, "What is the capital of Peru?", null, 0.25), new Facts.Streak("Zoë 🦊", 4));
        var open = content(game(2, Phase.QUESTION, 0))
                .with(new Beside(new Door("123456", "http://192.168.1.20:8080/?pin=123456"), null, Facts.NONE));
        var end = content(Sample.SHOWN, game(20, Phase.FINISHED, 8))
                .with(Sample.LAST, Sample.TEAMS)
                .with(new Beside(null, null, told));
        var mine = new OwnResult(AnswerJson.write(ANSWERS.get("choice")), 1d, 1050, 1834L, 2);
        var ahead = new PlayerPart.Ahead("Cleo", 1100);
        player("lobby.show", lobby, PlayerPart.NONE);
        player("reveal.show", reveal, PlayerPart.revealed(mine, 950, 2, ahead));
        player("standings.own", standings, PlayerPart.ranked(950, 2, ahead));
        put(
                "play.out.welcome.show",
                Frame.welcome(ZOE, HEARTBEAT_MS, NOW, 2, Projection.of(Audience.PLAYER, lobby), PlayerPart.NONE));
        for (var audience : List.of(Audience.SCREEN, Audience.HOST)) {
            var prefix = audience == Audience.SCREEN ? "screen.out." : "host.out.";
            state(audience, prefix + "state.lobby.show", lobby);
            state(audience, prefix + "state.question.door", open);
            state(audience, prefix + "state.reveal.show", reveal);
            state(audience, prefix + "state.standings.own", standings);
            state(audience, prefix + "state.finished.facts", end);
            put(prefix + "welcome.show", Frame.welcome(HEARTBEAT_MS, NOW, 4, Projection.of(audience, reveal)));
        }
    }

    private void rounds() {
        var recess = content(Sample.EVENING, Sample.recess(NOW + 300_000)).with(Sample.RECESS_TOP, List.of());
        var timeless = content(Sample.EVENING, Sample.recess(null)).with(Sample.TOP, Sample.TEAMS);
        var paused = content(Sample.EVENING, Sample.recess(NOW + 300_000).apply(new Event.Paused(), NOW + 60_000))
                .with(Sample.RECESS_TOP, List.of());
        var second = content(Sample.EVENING, game(11, Phase.READY, 5));
        var end = content(Sample.EVENING, game(20, Phase.FINISHED, 8)).with(Sample.EVENING_TOP, List.of());
        var mine = PlayerPart.ranked(2050, 2, new PlayerPart.Ahead("Zoë 🦊", 500));
        player("break", recess, mine);
        player("break.timeless", timeless, PlayerPart.ranked(2050, 1, null));
        player("break.paused", paused, mine);
        player("ready.round", second, PlayerPart.NONE);
        player("finished.rounds", end, PlayerPart.finished(2950, 2, 4, 6));
        for (var audience : List.of(Audience.SCREEN, Audience.HOST)) {
            var prefix = audience == Audience.SCREEN ? "screen.out.state." : "host.out.state.";
            state(audience, prefix + "break", recess);
            state(audience, prefix + "break.timeless", timeless);
            state(audience, prefix + "break.paused", paused);
            state(audience, prefix + "ready.round", second);
            state(audience, prefix + "finished.rounds", end);
        }
    }

    private void reveal(String kind, Double fraction, int points, long elapsedMs, int streak, int score, int rank) {
        var mine = new OwnResult(AnswerJson.write(ANSWERS.get(kind)), fraction, points, elapsedMs, streak);
        player("reveal." + kind, game(4, Phase.REVEAL, KINDS.get(kind)), PlayerPart.revealed(mine, score, rank, null));
    }

    private void player(String detail, Game game, PlayerPart own) {
        player(detail, content(game), own);
    }

    private void player(String detail, StateContent content, PlayerPart own) {
        var projection = Projection.of(Audience.PLAYER, content);
        put("play.out.state." + detail, Frame.state(content.game().seq(), NOW, projection, own));
    }

    private void state(Audience audience, String name, StateContent content) {
        put(name, Frame.state(content.game().seq(), NOW, Projection.of(audience, content), PlayerPart.NONE));
    }

    private void put(String name, String message) {
        messages.put(name, message);
    }

    private static PlayerPart answered(String kind) {
        return PlayerPart.answered(AnswerJson.write(ANSWERS.get(kind)));
    }

    private static StateContent content(Game game) {
        return content(Sample.PLAN, game);
    }

    private static StateContent content(Plan plan, Game game) {
        return StateContent.of(plan, game, PLAYERS);
    }
}
