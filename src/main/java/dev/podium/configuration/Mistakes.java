package dev.podium.configuration;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigValidationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong with the settings: a line for each mistake, before anything else is done. */
@Singleton
public class Mistakes {
    private static final Pattern NO_VALUE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception.*", Pattern.DOTALL);
    private static final Pattern NO_SETTING =
            Pattern.compile("(?:SRCFG\\d+: )?(\\S+) in (.+) does not map to any root");

    private final Configuration settings;

    Mistakes(Configuration settings) {
        this.settings = settings;
    }

    /** Something in the settings is wrong: a line for each. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<String> lines;

        /** @param lines a sentence each, for whoever wrote the settings */
        public Found(List<String> lines) {
            super(String.join("\n", lines));
            this.lines = lines;
        }
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        var lines = in(settings);
        if (!lines.isEmpty()) throw new Found(lines);
    }

    /** What a failure says of the settings, a line for each mistake; empty where it is about something else. */
    public static List<String> told(Throwable failure) {
        return switch (failure) {
            case Found found -> found.lines;
            case ConfigValidationException invalid ->
                IntStream.range(0, invalid.getProblemCount())
                        .mapToObj(i -> inWords(invalid.getProblem(i).getMessage()))
                        .toList();
            default -> List.of();
        };
    }

    static List<String> in(Configuration settings) {
        var lines = new ArrayList<String>();
        for (var leaf : Leaf.all()) outOfBounds(leaf, leaf.value(settings)).ifPresent(lines::add);
        settings.publicUrl()
                .filter(url -> !isPage(url))
                .ifPresent(url -> lines.add(
                        is("podium.public-url", url) + "an address like https://quiz.example.org is expected."));
        if (!settings.database().url().startsWith("postgresql://"))
            lines.add(is("podium.database.url", settings.database().url().replaceAll("//[^/]*@", "//…@"))
                    + "an address like postgresql://host:5432/podium is expected.");
        if (settings.bus() == Configuration.Carrier.VALKEY
                && settings.valkey().url().isEmpty())
            lines.add("PODIUM_VALKEY_URL is missing: PODIUM_BUS is valkey, and nothing tells where that is.");
        if (settings.socket().minAgeS() >= settings.socket().maxAgeS())
            lines.add(is("podium.socket.min-age-s", settings.socket().minAgeS())
                    + "less than PODIUM_SOCKET_MAX_AGE_S is expected.");
        settings.traces()
                .url()
                .filter(url -> !isPage(url))
                .ifPresent(url -> lines.add(
                        is("podium.traces.url", url) + "an address like http://collector:4318/v1/traces is expected."));
        settings.oidc().issuer().ifPresent(issuer -> {
            if (!isPage(issuer))
                lines.add(is("podium.oidc.issuer", issuer)
                        + "an address like https://login.example.org/realms/school is expected.");
            if (settings.oidc().clientId().isEmpty()
                    || settings.oidc().clientSecret().isEmpty())
                lines.add(
                        "PODIUM_OIDC_CLIENT_ID and PODIUM_OIDC_CLIENT_SECRET are needed where PODIUM_OIDC_ISSUER is set.");
        });
        boolean rolesAreTold = settings.oidc().adminValue().isPresent()
                || settings.oidc().hostValue().isPresent();
        if (settings.oidc().roleClaim().isPresent() != rolesAreTold)
            lines.add(
                    "PODIUM_OIDC_ROLE_CLAIM needs PODIUM_OIDC_ADMIN_VALUE or PODIUM_OIDC_HOST_VALUE, and they need it.");
        return lines;
    }

    private static Optional<String> outOfBounds(Leaf leaf, Object value) {
        var about = leaf.about();
        if (!(value instanceof Number number)) return Optional.empty();
        long is = number.longValue();
        if (is >= about.least() && is <= about.most()) return Optional.empty();
        return Optional.of(is(leaf.name(), value)
                + "from %d to %d %s are possible."
                        .formatted(about.least(), about.most(), about.unit())
                        .replace("  ", " "));
    }

    private static boolean isPage(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Other people's words for a value of the wrong type, and for a name that nothing has. */
    private static String inWords(String message) {
        var value = NO_VALUE.matcher(message.replaceFirst("^(\\S+: )?SRCFG\\d+: ", ""));
        if (value.matches()) return is(value.group(1), value.group(2)) + "that is " + expected(value.group(1)) + ".";
        var name = NO_SETTING.matcher(message);
        if (name.matches()) return name.group(1) + " is no setting of Podium: nothing heeds it.";
        return message;
    }

    private static String expected(String name) {
        return Leaf.all().stream()
                .filter(leaf -> leaf.name().equals(name))
                .map(leaf -> leaf.method().getReturnType())
                .map(Mistakes::expected)
                .findFirst()
                .orElse("not possible");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum())
            return "neither of "
                    + Stream.of(type.getEnumConstants())
                            .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        if (type == boolean.class) return "neither true nor false";
        if (type == Duration.class) return "no duration, like P30D or PT12H";
        return "no whole number";
    }

    private static String is(String name, Object value) {
        return "%s is \"%s\": ".formatted(Leaf.variable(name), value);
    }
}
