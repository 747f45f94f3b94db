package dev.podium.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;

/** Games run on futures, endpoints answer with Unis: they meet here. */
public final class Async {
    private Async() {}

    /** The answer to a request that a future will know. */
    public static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }
}
