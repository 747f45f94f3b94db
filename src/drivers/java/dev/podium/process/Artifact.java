package dev.podium.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What ships and is started: for the JVM, or the native executable. */
public enum Artifact {
    JVM {
        @Override
        public List<String> command(List<String> options) {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(options);
            command.addAll(List.of("-jar", packaged(JAR).toString()));
            return command;
        }
    },
    NATIVE {
        /** Of a JVM's options it knows those of the heap. */
        @Override
        public List<String> command(List<String> options) {
            var command = new ArrayList<>(List.of(packaged(executable()).toString()));
            options.stream().filter(option -> option.startsWith("-Xm")).forEach(command::add);
            return command;
        }
    };

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("quarkus-app/quarkus-run.jar");
    /** So Quarkus names what it has built: {@code podium-1.0-runner}. */
    private static final String EXECUTABLE = "*-runner";

    /** The one that {@code -Dpodium.native=true} asks for. */
    public static Artifact chosen() {
        return Boolean.getBoolean("podium.native") ? NATIVE : JVM;
    }

    /**
     * The command that starts it.
     *
     * @param options of a JVM
     * @throws IllegalStateException if it has not been built
     */
    public abstract List<String> command(List<String> options);

    private static Path executable() {
        try (var found = Files.newDirectoryStream(TARGET, EXECUTABLE)) {
            var each = found.iterator();
            return each.hasNext() ? each.next() : TARGET.resolve(EXECUTABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path packaged(Path file) {
        if (!Files.exists(file)) throw new IllegalStateException("package first: there is no " + file);
        return file;
    }
}
