package dev.podium.skew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Leads whatever asks for the wall clock's time to {@link Skew}: {@code java.time}, {@code Date}, and every class of the program. */
public final class Agent implements ClassFileTransformer {
    private static final String CLOCK = "java/time/Clock";
    private static final String DATE = "java/util/Date";
    private static final String SKEW = "dev/podium/skew/Skew";
    private static final Redirect MILLIS = new Redirect("java/lang/System", "currentTimeMillis", "()J", SKEW);
    /** Every present of {@code java.time} is made here. */
    private static final Redirect PRESENT =
            new Redirect("java/time/Instant", "ofEpochSecond", "(JJ)Ljava/time/Instant;", SKEW);

    private Agent() {}

    /** @param offMs by how many milliseconds the clock is ahead */
    public static void premain(String offMs, Instrumentation instrumentation) throws Exception {
        Skew.set(Long.parseLong(offMs));
        instrumentation.addTransformer(new Agent(), true);
        instrumentation.retransformClasses(Clock.class, Date.class);
    }

    /** Packs the agent into a folder. */
    public static Path pack(Path folder) {
        var jar = folder.resolve("skew.jar").toAbsolutePath();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        // Classes of the JDK can call nothing else.
        manifest.getMainAttributes()
                .putValue("Boot-Class-Path", jar.getFileName().toString());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var type : List.of(Agent.class, Redirect.class, Skew.class)) {
                var name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var in = Agent.class.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name.equals(CLOCK)) return PRESENT.apply(bytes);
        boolean jdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
        return jdk && !name.equals(DATE) ? null : MILLIS.apply(bytes);
    }
}
