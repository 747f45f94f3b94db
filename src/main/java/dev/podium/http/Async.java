package dev.podium.http;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Games run on futures, Hibernate on Unis, and some endpoints on threads that may wait: they meet here. */
public final class Async {
    private Async() {}

    /** The answer to a request that a future will know. */
    public static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }

    /** Waits for a future; fails as it does. For virtual and worker threads only. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            throw failure;
        }
    }

    /** Waits for a call of Hibernate, which runs on an event loop meanwhile; fails as it does. For virtual and worker threads only. */
    public static <T> T await(Supplier<Uni<T>> call) {
        try {
            return VertxContextSupport.subscribeAndAwait(call);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new CompletionException(failure);
        }
    }
}
