package dev.podium.knative;

/**
 * Knative's times in milliseconds, all of them a sixtieth of what is set in {@code k8s} or built in.
 *
 * @param cutMs the age at which a connection is cut, and after SIGTERM an instance killed: {@code timeoutSeconds}
 * @param windowMs over which work is averaged; a tenth of it where there is a panic
 * @param unreadyMs how long who has to go is asked no more before it is told
 */
public record Times(long cutMs, long windowMs, long unreadyMs) {
    public static final Times SIXTIETH = new Times(10_000, 2_000, 500);
    static final int PANIC = 10;
}
