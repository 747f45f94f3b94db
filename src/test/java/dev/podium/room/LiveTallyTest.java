package dev.podium.room;

import static dev.podium.games.OpenGames.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.database.Explained;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.games.OpenGames;
import dev.podium.tally.AnswerCounts;
import dev.podium.tally.OpenCloud;
import dev.podium.tally.TallyStatements;
import dev.podium.wire.Frame;
import dev.podium.wire.Tally;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read up to five times a second is found by its keys, and small however much was said. */
@QuarkusTest
class LiveTallyTest {
    private static final int CROWD = 10_000;
    private static final int WORDS = 100;
    private static final int MAX_LENGTH = 60;
    private static final int ROUNDS = 10;
    private static final int ANSWERS = 150;
    private static final int MAX_BYTES = 16_384;

    private static final Question.WordCloud CLOUD =
            new Question.WordCloud(new QuestionBasics("How was it?", null, 0, 0, null), MAX_LENGTH);

    /** More words than a screen shows, some of them in several spellings. */
    private static final List<String> SPELLINGS = IntStream.range(0, 60)
            .mapToObj(i -> i % 7 == 0 ? "unfit" : (i % 2 == 0 ? "wörd " : "WÖRD ") + i % 29)
            .toList();

    /** What the n-th of all says, from 0. */
    private static final String SAY =
            "INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, points)"
                    + " SELECT $1, 0, id, id::text, jsonb_build_object('text', %s), n, 0, 0"
                    + " FROM (SELECT id, row_number() OVER () - 1 AS n FROM player WHERE game_id = $1) AS seat";

    @Inject
    Pool pool;

    @Test
    void a_tally_reads_by_its_keys_alone() {
        var game = new OpenGames(pool).open();
        TallyStatements.ALL.forEach((name, sql) -> readsByKey(name, sql, Tuple.of(game, 0)));
        readsByKey("words", TallyStatements.WORDS, Tuple.of(game, 0, 0L));
        readsByKey("bins", TallyStatements.BINS, Tuple.of(game, 0, BigDecimal.ONE, BigDecimal.TEN, 5));
    }

    /** Some are stored long after they came, and after others that came later. */
    @Test
    void words_that_are_kept_and_read_on_are_those_that_reading_all_gives() {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var games = new OpenGames(pool);
            var game = games.open();
            var cloud = new OpenCloud(game, 0, CLOUD);
            long at = 0;
            for (var left = games.players(game, ANSWERS); !left.isEmpty(); ) {
                var some = left.subList(0, Math.min(left.size(), random.nextInt(20)));
                for (var player : some) {
                    at += random.nextInt(100);
                    long late = random.nextInt(30) == 0 ? random.nextLong(at + 1) : 0;
                    say(game, player, SPELLINGS.get(random.nextInt(SPELLINGS.size())), at - late);
                }
                left = left.subList(some.size(), left.size());
                assertThat(await(cloud.shown(pool, Tally.MAX_TEXTS, text -> !text.equals("unfit"))))
                        .isEqualTo(await(AnswerCounts.shown(
                                pool, game, 0, CLOUD, Tally.MAX_TEXTS, text -> !text.equals("unfit"))));
            }
        }
    }

    private void say(UUID game, UUID player, String text, long at) {
        await(pool.preparedQuery("INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, points)"
                        + " VALUES ($1, 0, $2, 'a', jsonb_build_object('text', $3::text), $4, 0, 0)")
                .execute(Tuple.of(game, player, text, at)));
    }

    private void readsByKey(String name, String sql, Tuple parameters) {
        assertThat(Explained.plan(pool, sql, parameters))
                .as(name)
                .anyMatch(line -> line.matches(".*(answer|game_event)_(pkey|id).*"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** Ten thousand spellings of a hundred words: none of them is typed twice alike. */
    @Test
    void what_folds_alike_is_one_word_however_many_ways_it_is_spelled() {
        var game = said("'wörd' || repeat(' ', 1 + (n / " + WORDS + ")::int % 20) || repeat(U&'\\200B', (n / "
                + 20 * WORDS + ")::int) || n % " + WORDS);
        assertThat(words(game))
                .hasSize(Tally.MAX_TEXTS)
                .allSatisfy(word -> assertThat(word.count()).isEqualTo(CROWD / WORDS))
                .extracting(Tally.Typed::text)
                .startsWith("wörd 0", "wörd 1", "wörd 2");
    }

    @Test
    void a_frame_of_ten_thousand_words_is_small_and_shows_the_most_frequent() {
        var game =
                said("CASE WHEN n % 100 = 99 THEN 'often' ELSE rpad(n::text, " + MAX_LENGTH + ", '\uD83D\uDE00') END");
        var tally = await(Tallies.read(pool, game, 0, CLOUD, text -> true));
        assertThat(Frame.tally(0, tally).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(MAX_BYTES);
        assertThat(words(game).getFirst()).isEqualTo(new Tally.Typed("often", CROWD / 100));
    }

    /** Nobody's word is pushed off a screen by one that is no more frequent. */
    @Test
    void who_was_first_stays() {
        var game = said("'word ' || " + CROWD + " - n");
        assertThat(words(game)).extracting(Tally.Typed::text).startsWith("word 10000", "word 9999", "word 9998");
    }

    /** @param text in SQL, of the number {@code n} of whoever says it */
    private UUID said(String text) {
        var games = new OpenGames(pool);
        var game = games.open();
        games.players(game, CROWD);
        await(pool.preparedQuery(SAY.formatted(text)).execute(Tuple.of(game)));
        return game;
    }

    private List<Tally.Typed> words(UUID game) {
        return ((Tally.Texts) await(Tallies.read(pool, game, 0, CLOUD, text -> true))).texts();
    }
}
