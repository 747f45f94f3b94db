package dev.podium.library;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ExecutorService;

/** From a virtual thread to the event loop of its request, and back: see {@link OnEventLoop}. Opens before any session does. */
@OnEventLoop
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class EventLoopHop {
    private final ExecutorService virtualThreads;

    EventLoopHop(@VirtualThreads ExecutorService virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    @AroundInvoke
    Object hop(InvocationContext call) throws Exception {
        if (Context.isOnEventLoopThread()) return call.proceed();
        var loop = Vertx.currentContext();
        return Uni.createFrom()
                .deferred(() -> proceed(call))
                .runSubscriptionOn(work -> loop.runOnContext(ignored -> work.run()))
                .emitOn(virtualThreads);
    }

    private static Uni<?> proceed(InvocationContext call) {
        try {
            return (Uni<?>) call.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }
}
