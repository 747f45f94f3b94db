package dev.podium.tally;

import dev.podium.game.Question;
import dev.podium.tally.AnswerCounts.Typed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The words of a cloud that is open, kept from one reading to the next, so that each brings only what has come since. It is what
 * {@link AnswerCounts#shown} gives, as long as the game's {@code seq} stands: until then nobody's answer is taken away, nor any word.
 *
 * <p>It holds an answer for each seat at most. One reading at a time; on any thread.
 */
public final class OpenCloud {
    /** Answers arrive, and then are stored; which takes longer only where something is wrong. Who is missed then is seen by the count. */
    private static final int STORED_WITHIN_MS = 1_000;

    /** Counts all, and fetches those that have arrived since. */
    static final String SINCE = ("SELECT count(*) AS n, array_agg(at) $since AS moments,"
                    + " array_agg(player_id) $since AS players, array_agg(body ->> 'text') $since AS texts"
                    + AnswerCounts.FROM_ANSWER + AnswerCounts.OF_QUESTION)
            .replace("$since", "FILTER (WHERE at > $3)");

    /** @param first when it was first given */
    private record Spelling(String text, long first, long count) {
        Spelling with(Spelling other) {
            return new Spelling(text, Math.min(first, other.first), count + other.count);
        }
    }

    /** What folds alike. */
    private static final class Word {
        final Map<String, Spelling> spellings = new HashMap<>();
        Spelling shown;
        long count;

        void add(Spelling one) {
            var now = spellings.merge(one.text, one, Spelling::with);
            if (shown == null || SHOWN.compare(now, shown) < 0) shown = now;
            count++;
        }
    }

    /** Of all spellings the most frequent is shown, and of these the one that was first. */
    private static final Comparator<Spelling> SHOWN = Comparator.comparingLong(Spelling::count)
            .reversed()
            .thenComparingLong(Spelling::first)
            .thenComparing(Spelling::text);

    private static final Comparator<Word> FREQUENT =
            Comparator.comparingLong((Word word) -> word.count).reversed().thenComparing(word -> word.shown, SHOWN);

    private final UUID game;
    private final int index;
    private final Question.WordCloud question;

    /** By their folded text. */
    private final Map<String, Word> words = new HashMap<>();

    private final Set<UUID> counted = new HashSet<>();
    private long newest;
    /** Folded; null before they are read. */
    private Set<String> hidden;

    public OpenCloud(UUID game, int index, Question.WordCloud question) {
        this.game = game;
        this.index = index;
        this.question = question;
    }

    /** The most frequent words as of now, at most {@code limit}, without those that are hidden or not fit. */
    public Future<List<Typed>> shown(SqlClient client, int limit, Predicate<String> fit) {
        return readHidden(client)
                .compose(v -> readOn(client))
                .compose(all -> all ? Future.succeededFuture() : readAnew(client))
                .compose(v -> Aside.run(() -> most(limit, fit)));
    }

    private Future<Void> readHidden(SqlClient client) {
        if (hidden != null) return Future.succeededFuture();
        return HiddenTexts.of(client, game, index).map(texts -> {
            hidden = texts;
            return null;
        });
    }

    /** Whether nobody is missing. */
    private Future<Boolean> readOn(SqlClient client) {
        return client.preparedQuery(SINCE)
                .execute(Tuple.of(game, index, newest - STORED_WITHIN_MS))
                .compose(rows -> Aside.run(() -> add(rows.iterator().next())));
    }

    private Future<Boolean> readAnew(SqlClient client) {
        words.clear();
        counted.clear();
        newest = 0;
        return readOn(client);
    }

    private boolean add(Row row) {
        var players = row.getArrayOfUUIDs("players");
        if (players != null) {
            var texts = row.getArrayOfStrings("texts");
            var moments = row.getArrayOfLongs("moments");
            for (int i = 0; i < players.length; i++) {
                if (!counted.add(players[i])) continue;
                words.computeIfAbsent(question.fold(texts[i]), folded -> new Word())
                        .add(new Spelling(texts[i], moments[i], 1));
                newest = Math.max(newest, moments[i]);
            }
        }
        return counted.size() == row.getLong("n");
    }

    /** All are looked at, and only those that come first are put in order. */
    private List<Typed> most(int limit, Predicate<String> fit) {
        var queue = new PriorityQueue<>(FREQUENT);
        queue.addAll(words.values());
        var most = new ArrayList<Typed>();
        while (most.size() < limit && !queue.isEmpty()) {
            var word = queue.poll();
            boolean seen = !hidden.contains(question.fold(word.shown.text)) && fit.test(word.shown.text);
            if (seen) most.add(new Typed(word.shown.text, word.count, false));
        }
        return most;
    }
}
