package dev.podium.account;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.HttpMethod;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an API token is for. What has no scope, such as accounts, is for people. */
public enum Scope {
    /** Looks at quizzes, uploads, games and reports. */
    READ,
    /** Changes the library. */
    WRITE,
    /** Opens games, judges their answers again, deletes them. */
    HOST;

    static final String API = "/api/";
    private static final Set<String> LIBRARY = Set.of("quizzes", "library", "shared", "media");
    private static final String GAMES = "games";

    /** The word that is stored and sent: {@code read}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /**
     * What a token needs for a call; empty where none opens the door.
     *
     * @param path from its first slash, decoded
     */
    static Optional<Scope> needed(String method, String path) {
        var area = path.startsWith(API) ? path.substring(API.length()).replaceFirst("/.*", "") : "";
        if (!LIBRARY.contains(area) && !area.equals(GAMES)) return Optional.empty();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) return Optional.of(READ);
        return Optional.of(area.equals(GAMES) ? HOST : WRITE);
    }
}
