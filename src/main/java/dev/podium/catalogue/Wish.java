package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.http.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which quizzes are asked for, in which order.
 *
 * @param folder those right in it; with words also those in folders below it. Null for all
 * @param tag null for all
 * @param words each has to be somewhere in a quiz
 * @param after null for the first page
 */
record Wish(View view, UUID folder, String tag, List<String> words, Sort sort, Cursor after, int limit) {
    static final int LARGEST = 200;

    /** Of what is typed to search; more nobody types. */
    private static final int TYPED = 200;

    private static final int WORDS = 10;

    enum View {
        ALL,
        SHARED,
        TRASH
    }

    /** By title from A, by times from the latest. */
    enum Sort {
        CHANGED("updated_at"),
        CREATED("created_at"),
        TITLE("sorted"),
        DELETED("deleted_at");

        final String column;

        Sort(String column) {
            this.column = column;
        }

        boolean byTime() {
            return this != TITLE;
        }
    }

    /** All of a host's quizzes, the latest first. */
    static Wish everything(Cursor after) {
        return new Wish(View.ALL, null, null, List.of(), Sort.CHANGED, after, LARGEST);
    }

    /** @throws Problem.Refusal 422 for a word that is none, or a search that is too long */
    static Wish read(String view, UUID folder, String tag, String search, String sort, String after, int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", Code.OUT_OF_RANGE, "Between 1 and " + LARGEST + " is possible.")
                    .refusal();
        }
        storable("tag", tag);
        storable("search", search);
        if (search.codePointCount(0, search.length()) > TYPED) {
            throw Problem.invalid("search", Code.TOO_LONG, "At most " + TYPED + " characters are possible.")
                    .refusal();
        }
        var words = Stream.of(search.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toList();
        var asked = word("view", view, List.of(View.ALL, View.SHARED, View.TRASH));
        var order = asked == View.TRASH
                ? Sort.DELETED
                : word("sort", sort, List.of(Sort.CHANGED, Sort.CREATED, Sort.TITLE));
        return new Wish(asked, folder, tag, words, order, after == null ? null : Cursor.read(after), limit);
    }

    private static void storable(String field, String text) {
        if (text != null && !Texts.storable(text)) {
            throw Problem.invalid(field, Code.NOT_ALLOWED, "It has characters that are none.")
                    .refusal();
        }
    }

    private static <E extends Enum<E>> E word(String field, String text, List<E> possible) {
        return possible.stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                field,
                                Code.UNKNOWN,
                                "One of " + possible.toString().toLowerCase(Locale.ROOT) + " is expected.")
                        .refusal());
    }
}
