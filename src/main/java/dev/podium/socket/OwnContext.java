package dev.podium.socket;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Calls Hibernate from outside a request, on a context as each request has one: its session is kept there. */
final class OwnContext {
    private OwnContext() {}

    /** Completes on a loop. */
    static <T> Future<T> call(Vertx vertx, Supplier<Uni<T>> call) {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        var promise = Promise.<T>promise();
        context.runOnContext(
                v -> Uni.createFrom().<T>deferred(() -> call.get()).subscribe().with(promise::complete, promise::fail));
        return promise.future();
    }
}
