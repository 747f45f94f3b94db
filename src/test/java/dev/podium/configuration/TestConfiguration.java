package dev.podium.configuration;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration for what a test makes by hand: {@code TestConfiguration.of(Map.of("media.quota", 1))}; the others have their usual value. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** @param chosen values by name, without {@code podium.} */
    public static Configuration of(Map<String, ?> chosen) {
        var builder = new SmallRyeConfigBuilder().withMapping(Configuration.class);
        chosen.forEach((name, value) -> builder.withDefaultValue("podium." + name, value.toString()));
        return builder.addDefaultInterceptors().build().getConfigMapping(Configuration.class);
    }
}
