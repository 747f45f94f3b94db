package dev.podium.wire;

import static java.util.Objects.requireNonNull;

import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;

/**
 * A game's state as one audience sees it, encoded once: JSON text with a place where each player's {@link Personal} part
 * goes. Immutable; shared by all sockets of the audience.
 */
public final class View {
    private final String head;
    private final String tail;

    private View(String head, String tail) {
        this.head = head;
        this.tail = tail;
    }

    /**
     * Encodes a scene for an audience.
     *
     * @throws NullPointerException if the scene lacks the lobby or the tally that its phase shows to this audience
     */
    public static View of(Audience audience, Scene scene) {
        var head = JsonText.start().open().field("phase", scene.game().phase().wireName());
        var tail = JsonText.more();
        switch (scene.game().phase()) {
            case LOBBY -> lobby(audience, scene, head);
            case READY, QUESTION -> question(audience, scene, head);
            case REVEAL -> reveal(audience, scene, head, tail);
            case STANDINGS, FINISHED -> standings(audience, scene, head, tail);
        }
        tail.flag("locked", scene.game().locked());
        if (audience == Audience.HOST) {
            cockpit(scene.plan(), scene.game(), tail);
        }
        return new View(head.toString(), tail.close().toString());
    }

    String head() {
        return head;
    }

    String tail() {
        return tail;
    }

    private static void lobby(Audience audience, Scene scene, JsonText json) {
        json.field("title", scene.plan().title()).field("players", scene.players());
        if (audience != Audience.PLAYER) {
            requireNonNull(scene.lobby(), "a lobby has a roster").writeTo(json);
        }
    }

    private static void question(Audience audience, Scene scene, JsonText json) {
        var game = scene.game();
        var shown = audience == Audience.HOST
                ? QuestionJson.Shown.WITH_KEY
                : game.phase() == Phase.READY ? QuestionJson.Shown.ANNOUNCED : QuestionJson.Shown.OPEN;
        QuestionJson.write(scene.plan(), game.question(), shown, json);
        times(game, json);
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

    private static void reveal(Audience audience, Scene scene, JsonText head, JsonText tail) {
        var game = scene.game();
        QuestionJson.write(scene.plan(), game.question(), QuestionJson.Shown.WITH_KEY, head);
        head.flag("voided", game.voided().contains(game.question()));
        tail.field("players", scene.players());
        if (audience != Audience.PLAYER) {
            tail.name("tally");
            TallyJson.write(requireNonNull(scene.tally(), "a reveal has a tally"), tail);
        }
    }

    private static void standings(Audience audience, Scene scene, JsonText head, JsonText tail) {
        head.name("top").openArray();
        scene.top().stream().limit(audience.top()).forEach(line -> line.writeTo(head));
        head.closeArray();
        tail.field("players", scene.players());
        if (!scene.teams().isEmpty()) {
            tail.name("teams").openArray();
            scene.teams().forEach(line -> line.writeTo(tail));
            tail.closeArray();
        }
    }

    /** What a host wants to know beyond what everybody sees. */
    private static void cockpit(Plan plan, Game game, JsonText json) {
        var next = game.question() + 1;
        if (game.phase() != Phase.FINISHED && next < plan.size()) {
            var question = plan.question(next);
            json.name("next")
                    .open()
                    .field("index", next)
                    .field("total", plan.size())
                    .field("kind", question.kind())
                    .field("text", question.text())
                    .close();
        }
        json.flag("automatic", plan.settings().automatic());
    }
}
