package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a build needs of the machine, besides the JDK that runs this. */
final class Tools {
    private static final String NODE_IS_NEW = """
        const [major, minor] = process.versions.node.split(".").map(Number)
        console.log(major > 20 || (major === 20 && minor >= 19) ? "new" : "old")\
        """;
    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)");
    private static final Pattern JDK = Pattern.compile("^JAVA_VERSION=\"(\\d+)", Pattern.MULTILINE);
    private static final int OURS = 25;
    private static final String MAVEN_FOR_DEV = "3.9.11";

    private final Steps steps;

    Tools(Steps steps) {
        this.steps = steps;
    }

    /** @throws Sorry when one is missing */
    void find() {
        node();
        if (onPath("mvn").isEmpty())
            throw new Sorry("no Maven found: install Maven 3.8 or newer (https://maven.apache.org), then start again.");
    }

    /** What a JVM of ours is started with. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The Maven for dev mode, which needs 3.9: where the PATH has an older one, that fetches a newer one. */
    String newerMaven(Path log) {
        var version = MAVEN.matcher(Processes.output("mvn", "-v"));
        if (version.find()) {
            int major = Integer.parseInt(version.group(1));
            if (major > 3 || major == 3 && Integer.parseInt(version.group(2)) >= 9) return "mvn";
        }
        var folder = Places.HOME.resolve("maven");
        var maven = folder.resolve("apache-maven-" + MAVEN_FOR_DEV + "/bin/mvn");
        if (!Files.isExecutable(maven))
            steps.must(
                    "Fetching Maven " + MAVEN_FOR_DEV,
                    log,
                    List.of("bash", "-ec", """
                        mvn -B dependency:copy -Dartifact="org.apache.maven:apache-maven:$0:zip:bin" -DoutputDirectory="$1"
                        cd "$1"
                        jar xf "apache-maven-$0-bin.zip"
                        rm "apache-maven-$0-bin.zip"
                        chmod +x "apache-maven-$0/bin/mvn\"\
                        """, MAVEN_FOR_DEV, folder.toString()));
        return maven.toString();
    }

    /**
     * How a native executable can be built here, as an option of Maven's.
     *
     * @throws Sorry when it cannot
     */
    static String nativeImage() {
        var named = Optional.ofNullable(System.getenv("GRAALVM_HOME"))
                .filter(home -> !home.isEmpty())
                .map(Path::of);
        var graal = named.or(() -> onPath("native-image").map(Tools::home));
        if (graal.isPresent()) {
            if (!isGraal(graal.get())) throw new Sorry(graal.get() + " is no GraalVM or Mandrel " + OURS + ".");
            return "-Dquarkus.native.graalvm-home=" + graal.get();
        }
        if (onPath("docker").or(() -> onPath("podman")).isPresent()) return "-Dquarkus.native.container-build=true";
        throw new Sorry("a native build needs GraalVM or Mandrel " + OURS
                + " (GRAALVM_HOME names its folder), or docker or podman; there is none of them.");
    }

    static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private void node() {
        if (hasNode(Optional.empty())) return;
        for (var folder : folders()) {
            if (!Files.isExecutable(folder.resolve("node")) || !hasNode(Optional.of(folder))) continue;
            steps.export("PATH", folder + File.pathSeparator + System.getenv("PATH"));
            return;
        }
        throw new Sorry(
                "no Node 20.19 or newer with npm found: install one from https://nodejs.org, then start again.");
    }

    /** Whether there is a Node that is new enough, with its npm: in a folder, or on the PATH. */
    private static boolean hasNode(Optional<Path> folder) {
        var node = folder.map(bin -> bin.resolve("node").toString()).orElse("node");
        var npm = folder.map(bin -> bin.resolve("npm")).filter(Files::isExecutable);
        return Processes.output(node, "-e", NODE_IS_NEW).equals("new")
                && npm.or(() -> onPath("npm")).isPresent();
    }

    private static List<Path> folders() {
        var home = Places.homeOfUser();
        var fixed = Stream.of(home.resolve(".volta/bin"), Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin"));
        try (var versions = Files.list(home.resolve(".nvm/versions/node"))) {
            return Stream.concat(versions.map(version -> version.resolve("bin")), fixed)
                    .toList();
        } catch (IOException none) {
            return fixed.toList();
        }
    }

    private static boolean isGraal(Path home) {
        try {
            var version = JDK.matcher(Files.readString(home.resolve("release")));
            return Files.isExecutable(home.resolve("bin/native-image"))
                    && Files.isExecutable(home.resolve("bin/javac"))
                    && version.find()
                    && Integer.parseInt(version.group(1)) >= OURS;
        } catch (IOException none) {
            return false;
        }
    }

    private static Path home(Path program) {
        try {
            return program.toRealPath().getParent().getParent();
        } catch (IOException gone) {
            return program;
        }
    }
}
