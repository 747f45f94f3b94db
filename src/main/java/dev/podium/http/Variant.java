package dev.podium.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which the build leaves a file beside it, compressed as well as can be; the smallest first. */
enum Variant {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    /** The name in {@code Accept-Encoding} and {@code Content-Encoding}. */
    final String coding;

    final String suffix;

    Variant(String coding, String suffix) {
        this.coding = coding;
        this.suffix = suffix;
    }

    /** Those that a client takes, by its {@code Accept-Encoding} (null: it said nothing, so it takes none). */
    static Stream<Variant> acceptedBy(String header) {
        return header == null ? Stream.empty() : Arrays.stream(values()).filter(variant -> variant.isIn(header));
    }

    /** The variant that a path names, if it does. */
    static Optional<Variant> of(String path) {
        return Arrays.stream(values())
                .filter(variant -> path.endsWith(variant.suffix))
                .findFirst();
    }

    private boolean isIn(String header) {
        return Arrays.stream(header.split(","))
                .map(entry -> entry.split(";", 2))
                .anyMatch(this::isTakenBy);
    }

    private boolean isTakenBy(String[] entry) {
        return entry[0].strip().equalsIgnoreCase(coding)
                && (entry.length == 1 || !entry[1].replace(" ", "").matches("q=0(\\.0*)?"));
    }
}
