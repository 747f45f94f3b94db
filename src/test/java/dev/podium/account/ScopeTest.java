package dev.podium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            GET,    /api/quizzes,                     READ
            HEAD,   /api/quizzes/1,                   READ
            POST,   /api/quizzes/import,              WRITE
            GET,    /api/library,                     READ
            POST,   /api/shared/1/copy,               WRITE
            PUT,    /api/quizzes/1,                   WRITE
            DELETE, /api/media/1,                     WRITE
            GET,    /api/games/1/report,              READ
            POST,   /api/games,                       HOST
            DELETE, /api/games/1,                     HOST
            GET,    /api/session,                     none
            POST,   /api/account/password,            none
            GET,    /api/account/tokens,              none
            GET,    /api/hosts,                       none
            POST,   /api/invites,                     none
            POST,   /api/invitation/accept,           none
            POST,   /api/setup,                       none
            GET,    /api/gamesandmore,                none
            GET,    /q/metrics,                       none
            GET,    /,                                none
            """)
    void what_has_no_scope_is_closed_to_every_token(String method, String path, Scope needed) {
        assertThat(Scope.needed(method, path).orElse(null)).isEqualTo(needed);
    }
}
