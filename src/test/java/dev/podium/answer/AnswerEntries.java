package dev.podium.answer;

import dev.podium.games.OpenGames;
import java.util.UUID;

/** Answers to the open question of {@link OpenGames}, each with an id of its own. */
public final class AnswerEntries {
    static final String BODY = "{\"text\":\"x\"}";

    private AnswerEntries() {}

    static AnswerStore.Entry answer(UUID game, UUID player) {
        return answer(game, player, BODY, 2_000, OpenGames.OPENS_AT);
    }

    static AnswerStore.Entry answer(UUID game, UUID player, String body, long at, Long opensAt) {
        return new AnswerStore.Entry(
                game,
                0,
                player,
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                body,
                at,
                opensAt,
                0,
                1.0,
                1_000,
                20_000,
                0);
    }
}
