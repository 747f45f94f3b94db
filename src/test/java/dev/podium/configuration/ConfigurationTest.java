package dev.podium.configuration;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Path README = Path.of("README.md");
    private static final Path WANTED = Path.of("target", "settings.md");
    private static final String BEGIN =
            "<!-- settings: made from configuration/Configuration.java, held by ConfigurationTest -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void every_setting_says_what_it_does_and_every_number_what_it_counts() {
        assertThat(Leaf.all()).isNotEmpty().allSatisfy(leaf -> {
            assertThat(leaf.about()).as(leaf.name()).isNotNull();
            assertThat(leaf.about().value()).as(leaf.name()).isNotBlank();
        });
    }

    @Test
    void the_list_has_every_setting_that_can_be_set() {
        var known = ConfigMappings.getProperties(ConfigClass.configClass(Configuration.class, "podium"));
        assertThat(Leaf.all()).extracting(Leaf::name).containsExactlyInAnyOrderElementsOf(known.keySet());
    }

    @Test
    void the_readme_has_a_line_for_each() throws IOException {
        var readme = Files.readString(README);
        var wanted = table();
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, wanted);
        assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
                .as("what belongs between the marks in README.md; it is in " + WANTED)
                .isEqualTo(wanted);
    }

    @Test
    void what_is_usual_is_no_mistake() {
        assertThat(Mistakes.in(TestConfiguration.of(Map.of()))).isEmpty();
    }

    @Test
    void each_mistake_has_a_line_that_says_what_to_write_instead() {
        assertThat(mistakes(Map.of("media.largest", 0, "password-cost", 99)))
                .containsExactly(
                        "PODIUM_MEDIA_LARGEST is \"0\": from 1 to 66060288 bytes are possible.",
                        "PODIUM_PASSWORD_COST is \"99\": from 4 to 31 are possible.");
        assertThat(mistakes(Map.of("bus", "valkey")))
                .containsExactly(
                        "PODIUM_VALKEY_URL is missing: PODIUM_BUS is valkey, and nothing tells where that is.");
        assertThat(mistakes(Map.of("public-url", "quiz.example.org")))
                .containsExactly(
                        "PODIUM_PUBLIC_URL is \"quiz.example.org\": an address like https://quiz.example.org is expected.");
        assertThat(mistakes(Map.of("oidc.issuer", "school", "oidc.admin-value", "heads")))
                .containsExactly(
                        "PODIUM_OIDC_ISSUER is \"school\": an address like https://login.example.org/realms/school is expected.",
                        "PODIUM_OIDC_CLIENT_ID and PODIUM_OIDC_CLIENT_SECRET are needed where PODIUM_OIDC_ISSUER is set.",
                        "PODIUM_OIDC_ROLE_CLAIM needs PODIUM_OIDC_ADMIN_VALUE or PODIUM_OIDC_HOST_VALUE, and they need it.");
        assertThat(mistakes(Map.of("traces.url", "collector:4318", "traces.answers-percent", 101)))
                .containsExactly(
                        "PODIUM_TRACES_ANSWERS_PERCENT is \"101\": from 0 to 100 % are possible.",
                        "PODIUM_TRACES_URL is \"collector:4318\": an address like http://collector:4318/v1/traces is expected.");
        assertThat(mistakes(Map.of("socket.min-age-s", 600)))
                .containsExactly("PODIUM_SOCKET_MIN_AGE_S is \"600\": less than PODIUM_SOCKET_MAX_AGE_S is expected.");
    }

    @Test
    void a_line_about_the_database_repeats_no_password() {
        assertThat(mistakes(Map.of("database.url", "postgres://podium:secret@db/podium")))
                .containsExactly(
                        "PODIUM_DATABASE_URL is \"postgres://…@db/podium\": an address like postgresql://host:5432/podium is expected.");
    }

    @Test
    void what_cannot_be_read_has_a_line_each() {
        var failure = catchThrowable(() -> TestConfiguration.of(Map.of(
                "demo",
                "ture",
                "trusted-proxies",
                "one",
                "bus",
                "rabbit",
                "media.unused-longest",
                "a month",
                "dome",
                "true")));
        assertThat(Mistakes.told(failure))
                .containsExactlyInAnyOrder(
                        "PODIUM_DEMO is \"ture\": that is neither true nor false.",
                        "PODIUM_TRUSTED_PROXIES is \"one\": that is no whole number.",
                        "PODIUM_BUS is \"rabbit\": that is neither of postgres, valkey.",
                        "PODIUM_MEDIA_UNUSED_LONGEST is \"a month\": that is no duration, like P30D or PT12H.",
                        "podium.dome is no setting of Podium: nothing heeds it.");
    }

    private static List<String> mistakes(Map<String, ?> chosen) {
        return Mistakes.in(TestConfiguration.of(chosen));
    }

    private static String table() {
        return Leaf.all().stream()
                .map(ConfigurationTest::line)
                .collect(joining("\n", "| setting | usually | what it does |\n|---|---|---|\n", "\n"));
    }

    private static String line(Leaf leaf) {
        var about = Optional.ofNullable(leaf.about());
        var unit = about.map(Setting::unit)
                .filter(text -> !text.isEmpty())
                .map(text -> " " + text)
                .orElse("");
        var usual = leaf.usual().map(value -> "`" + value + "`" + unit).orElse("");
        return "| `%s` | %s | %s%s |"
                .formatted(leaf.variable(), usual, about.map(Setting::value).orElse(""), bounds(leaf));
    }

    private static String bounds(Leaf leaf) {
        var type = leaf.method().getReturnType();
        if (type != int.class && type != long.class) return "";
        var about = leaf.about();
        if (about.most() < Integer.MAX_VALUE) return "; %d to %d".formatted(about.least(), about.most());
        return about.least() == 0 ? "" : "; at least %d".formatted(about.least());
    }
}
