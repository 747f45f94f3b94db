/** What every HTTP endpoint shares: how a request is read strictly and how it is refused (RFC 9457). */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Podium",
                        version = "1",
                        description =
                                "Hosts sign in, keep quizzes and open games. Times are milliseconds since the Unix epoch,"
                                        + " durations are milliseconds. Every error is application/problem+json (RFC 9457); errors"
                                        + " names each field that cannot be accepted. A body is at most 2 MiB."),
        tags = {
            @Tag(name = "account", description = "Who hosts are."),
            @Tag(name = "hosts", description = "Whom admins look after."),
            @Tag(name = "library", description = "What hosts write."),
            @Tag(name = "games", description = "What is played.")
        },
        components =
                @Components(
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "podium_session"),
                            @SecurityScheme(
                                    securitySchemeName = "token",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    description = "An API token of the host, with the scope that a call names.")
                        }))
package dev.podium.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
