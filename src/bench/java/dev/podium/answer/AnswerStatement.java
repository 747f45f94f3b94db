package dev.podium.answer;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** The statement that stores a batch of answers, for whoever measures how fast PostgreSQL alone carries it out. */
public final class AnswerStatement {
    private static final String BODY = "{\"choices\":[\"abcdefgh\"]}";

    private AnswerStatement() {}

    public static String sql() {
        return AnswerStore.WRITE;
    }

    /** One answer of each player, right and in time, to a question that opened then (milliseconds of the database's clock). */
    public static Tuple parameters(UUID game, int question, List<UUID> players, long opensAt) {
        return AnswerStore.parameters(players.stream()
                .map(player -> new AnswerStore.Entry(
                        game,
                        question,
                        player,
                        player,
                        UUID.randomUUID().toString(),
                        BODY,
                        opensAt + 1_000,
                        opensAt,
                        1_000,
                        1d,
                        975,
                        20_000,
                        0))
                .toList());
    }
}
