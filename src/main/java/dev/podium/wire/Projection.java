package dev.podium.wire;

import static java.util.Objects.requireNonNull;

import dev.podium.game.Game;
import dev.podium.game.Look;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Ranks;

/**
 * A game's state as one audience sees it, encoded once: JSON text with a place where each player's {@link PlayerPart} part
 * goes. Immutable; shared by all sockets of the audience.
 */
public final class Projection {
    private final String head;
    private final String tail;
    private final String look;

    private Projection(String head, String tail, String look) {
        this.head = head;
        this.tail = tail;
        this.look = look;
    }

    /**
     * Encodes a state for an audience.
     *
     * @throws NullPointerException if the state lacks the lobby or the tally that its phase shows to this audience
     */
    public static Projection of(Audience audience, StateContent content) {
        var head = JsonText.start()
                .open()
                .field("phase", content.game().phase().wireName())
                .optional("language", content.plan().language());
        round(content.plan(), content.game(), head);
        var tail = JsonText.more();
        switch (content.game().phase()) {
            case LOBBY -> lobby(audience, content, head);
            case READY, QUESTION -> question(audience, content, head);
            case REVEAL -> reveal(audience, content, head, tail);
            case STANDINGS, FINISHED -> standings(audience, content, head, tail);
            case BREAK -> {
                pause(audience, content, head);
                standings(audience, content, head, tail);
            }
        }
        if (content.game().phase() == Phase.REVEAL || content.game().phase() == Phase.STANDINGS) {
            tail.flag("paused", content.game().paused());
        }
        tail.flag("locked", content.game().locked());
        content.beside().writeTo(tail, audience);
        if (audience.seesKeys()) {
            cockpit(content.plan(), content.game(), tail);
        }
        return new Projection(
                head.toString(),
                tail.close().toString(),
                look(content.plan().settings().look()));
    }

    /** What somebody sees whom a host has still to let in. */
    public static Projection waiting(Plan plan) {
        var head = JsonText.start().open().field("phase", "waiting").optional("language", plan.language());
        return new Projection(head.toString(), "}", look(plan.settings().look()));
    }

    String head() {
        return head;
    }

    String tail() {
        return tail;
    }

    /** What a {@code welcome} says of the look: JSON, or null where it is the usual one. */
    String look() {
        return look;
    }

    private static String look(Look look) {
        if (look.equals(Look.DEFAULT)) return null;
        return JsonText.start()
                .open()
                .field("theme", look.theme().wireName())
                .optional("accent", look.accent())
                .optional("logo", look.logo())
                .optional("sound", look.sound())
                .close()
                .toString();
    }

    private static void lobby(Audience audience, StateContent content, JsonText json) {
        json.field("title", content.plan().title()).field("players", content.players());
        var settings = content.plan().settings();
        var look = look(settings.look());
        if (look != null) {
            json.json("look", look);
        }
        if (!settings.teams().isEmpty()) {
            json.name("teams").openArray();
            settings.teams()
                    .forEach(team -> json.open()
                            .field("id", team.id())
                            .field("name", team.name())
                            .close());
            json.closeArray();
        }
        if (audience != Audience.PLAYER) {
            requireNonNull(content.lobby(), "a lobby has a roster").writeTo(json, audience);
        }
    }

    private static void question(Audience audience, StateContent content, JsonText json) {
        var game = content.game();
        var shown = audience.seesKeys()
                ? ProjectedQuestion.Shown.WITH_KEY
                : game.phase() == Phase.READY ? ProjectedQuestion.Shown.ANNOUNCED : ProjectedQuestion.Shown.OPEN;
        ProjectedQuestion.write(content.plan(), game.question(), shown, texts(audience, content.plan()), json);
        times(game, json);
    }

    private static boolean texts(Audience audience, Plan plan) {
        return audience != Audience.PLAYER || plan.settings().phoneText();
    }

    private static void times(Game game, JsonText json) {
        if (game.paused()) {
            json.field("paused", true);
            game.remainingMs().ifPresent(remaining -> json.field("remainingMs", remaining));
            return;
        }
        json.field("opensAt", game.opensAt());
        if (game.phase() == Phase.QUESTION && game.closesAt() != null) {
            json.field("closesAt", game.closesAt());
        }
    }

    private static void reveal(Audience audience, StateContent content, JsonText head, JsonText tail) {
        var game = content.game();
        ProjectedQuestion.write(
                game.judged(content.plan()),
                game.question(),
                ProjectedQuestion.Shown.WITH_KEY,
                texts(audience, content.plan()),
                head);
        head.flag("voided", game.isVoid(game.question()))
                .flag("regraded", game.judged().containsKey(game.question()));
        tail.field("players", content.players());
        ranks(content.plan(), tail);
        if (audience != Audience.PLAYER) {
            tail.name("tally");
            TallyJson.write(requireNonNull(content.tally(), "a reveal has a tally"), tail);
        }
    }

    /** Which quiz of the evening it is, where there are several. */
    private static void round(Plan plan, Game game, JsonText json) {
        if (!plan.hasRounds()) return;
        var index = plan.roundOf(game.question());
        json.name("round")
                .open()
                .field("index", index)
                .field("total", plan.rounds().size())
                .field("title", plan.rounds().get(index).title())
                .close();
    }

    private static void pause(Audience audience, StateContent content, JsonText json) {
        var plan = content.plan();
        var game = content.game();
        var rounds = plan.rounds();
        var round = plan.roundOf(game.question());
        json.field("title", rounds.get(round).title());
        if (game.paused()) {
            json.field("paused", true);
            game.remainingMs().ifPresent(remaining -> json.field("remainingMs", remaining));
        } else if (game.until() != null) {
            json.field("until", game.until());
        }
        if (round + 1 < rounds.size()) {
            json.name("next").open().field("title", rounds.get(round + 1).title());
            if (audience.seesKeys()) {
                ProjectedQuestion.ahead(plan, game.question() + 1, json);
            }
            json.close();
        }
    }

    private static void standings(Audience audience, StateContent content, JsonText head, JsonText tail) {
        boolean told = audience.seesKeys()
                || content.game().phase() == Phase.FINISHED
                || content.plan().settings().ranks() == Ranks.SHOWN;
        boolean whole = content.plan().hasRounds() && content.game().phase() != Phase.STANDINGS;
        head.name("top").openArray();
        content.top().stream().limit(told ? audience.top() : 0).forEach(line -> line.writeTo(head, whole));
        head.closeArray();
        tail.field("players", content.players());
        ranks(content.plan(), tail);
        if (!content.teams().isEmpty()) {
            tail.name("teams").openArray();
            content.teams().forEach(line -> line.writeTo(tail));
            tail.closeArray();
        }
    }

    /** Who sees ranks before the end; nothing where all do. */
    private static void ranks(Plan plan, JsonText json) {
        var ranks = plan.settings().ranks();
        if (ranks != Ranks.SHOWN) {
            json.field("ranks", ranks.wireName());
        }
    }

    /** What a host wants to know beyond what everybody sees. */
    private static void cockpit(Plan plan, Game game, JsonText json) {
        if (game.question() >= 0) {
            json.optional("notes", plan.question(game.question()).notes());
        }
        var next = game.question() + 1;
        if (game.phase() != Phase.FINISHED && game.phase() != Phase.BREAK && next < plan.size()) {
            json.name("next").open();
            ProjectedQuestion.ahead(plan, next, json);
            json.close();
        }
        if (plan.hasRounds()) {
            json.name("rounds").openArray();
            plan.rounds()
                    .forEach(round -> json.open()
                            .field("title", round.title())
                            .field("questions", round.size())
                            .close());
            json.closeArray();
        }
        json.flag("automatic", plan.settings().automatic());
    }
}
