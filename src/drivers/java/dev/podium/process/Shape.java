package dev.podium.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is made of.
 *
 * @param name of its database and its logs
 * @param home the folder of its PostgreSQL and its logs
 * @param valkey whether hints go over a Valkey of its own
 * @param settings environment variables that all instances get besides the usual ones
 * @param options of every instance's JVM
 * @param artifact what all instances are started from
 * @param standbyOffMs by how much the clock of PostgreSQL's standby is ahead; null where there is no standby
 */
public record Shape(
        String name,
        Path home,
        int instances,
        boolean valkey,
        Map<String, String> settings,
        List<String> options,
        Artifact artifact,
        Long standbyOffMs) {

    public static Shape of(String name, int instances) {
        return new Shape(
                name,
                Path.of("target", "process", name),
                instances,
                false,
                Map.of(),
                List.of(),
                Artifact.chosen(),
                null);
    }

    public Shape in(Path folder) {
        return new Shape(name, folder, instances, valkey, settings, options, artifact, standbyOffMs);
    }

    public Shape withValkey(boolean wanted) {
        return new Shape(name, home, instances, wanted, settings, options, artifact, standbyOffMs);
    }

    public Shape with(String setting, String value) {
        var more = new HashMap<>(settings);
        more.put(setting, value);
        return new Shape(name, home, instances, valkey, Map.copyOf(more), options, artifact, standbyOffMs);
    }

    public Shape withOption(String option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Shape(name, home, instances, valkey, settings, List.copyOf(more), artifact, standbyOffMs);
    }

    public Shape from(Artifact wanted) {
        return new Shape(name, home, instances, valkey, settings, options, wanted, standbyOffMs);
    }

    /** PostgreSQL has a synchronous standby, whose clock is ahead by so much. */
    public Shape withStandby(long offMs) {
        return new Shape(name, home, instances, valkey, settings, options, artifact, offMs);
    }
}
