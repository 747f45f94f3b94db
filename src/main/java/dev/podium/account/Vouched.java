package dev.podium.account;

import dev.podium.account.TurnedAway.Reason;
import dev.podium.configuration.Configuration;
import dev.podium.http.Texts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the provider says of somebody.
 *
 * @param issuer the provider; with {@code subject}, the one name that stays this person's
 * @param role empty where the provider tells none
 */
record Vouched(String issuer, String subject, String email, String name, Optional<Role> role) {
    /** As the standard has it. */
    private static final int MAX_SUBJECT = 255;

    private static final Pattern EMAIL = Pattern.compile(SetupResource.EMAIL);

    /**
     * @param token the verified ID token's claims
     * @param info what the provider adds to them; it may leave addresses and roles to this
     * @throws TurnedAway for somebody who is not to come in
     */
    static Vouched of(JsonObject token, JsonObject info, Configuration.Oidc settings) {
        var subject = token.getString("sub");
        if (subject == null || subject.length() > MAX_SUBJECT || !subject.equals(info.getString("sub")))
            throw new TurnedAway(Reason.FAILED);
        var claims = info.copy().mergeIn(token);
        return new Vouched(token.getString("iss"), subject, email(claims), name(claims), role(claims, settings));
    }

    private static String email(JsonObject claims) {
        boolean confirmed = !"false".equals(String.valueOf(claims.getValue("email_verified")));
        return text(claims, "email", Setup.MAX_EMAIL)
                .filter(email -> confirmed && EMAIL.matcher(email).matches())
                .orElseThrow(() -> new TurnedAway(Reason.NO_ADDRESS));
    }

    private static String name(JsonObject claims) {
        return text(claims, "name", Setup.MAX_NAME)
                .or(() -> text(claims, "preferred_username", Setup.MAX_NAME))
                .orElseGet(() -> email(claims).replaceFirst("@.*", ""));
    }

    private static Optional<String> text(JsonObject claims, String name, int longest) {
        return Optional.of(claims)
                .map(all -> all.getValue(name))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(text -> !text.isEmpty() && Texts.storable(text))
                .filter(text -> text.codePointCount(0, text.length()) <= longest);
    }

    private static Optional<Role> role(JsonObject claims, Configuration.Oidc settings) {
        if (settings.roleClaim().isEmpty()) return Optional.empty();
        var told = values(claims, settings.roleClaim().get());
        if (settings.adminValue().filter(told::contains).isPresent()) return Optional.of(Role.ADMIN);
        if (settings.hostValue().isEmpty() || told.contains(settings.hostValue().get())) return Optional.of(Role.HOST);
        throw new TurnedAway(Reason.NOT_ADMITTED);
    }

    /** @param path a claim, or one within others, like {@code realm_access/roles} */
    private static Set<String> values(JsonObject claims, String path) {
        Object at = claims;
        // A claim may be called by an address, slashes and all.
        if (claims.containsKey(path)) at = claims.getValue(path);
        else for (var step : path.split("/")) at = at instanceof JsonObject object ? object.getValue(step) : null;
        if (at instanceof JsonArray list)
            return list.stream().map(String::valueOf).collect(Collectors.toSet());
        return at == null ? Set.of() : Set.of(at.toString());
    }
}
