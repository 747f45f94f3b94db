package dev.podium.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who does what takes milliseconds. */
class AsideTest {
    @Test
    void a_thread_that_is_no_loop_does_it_itself() {
        assertThat(Aside.run(Thread::currentThread).result()).isSameAs(Thread.currentThread());
        assertThat(Aside.run(AsideTest::fails).cause()).hasMessage("odd");
    }

    @Test
    void a_loop_leaves_it_to_a_worker() throws Exception {
        var vertx = Vertx.vertx();
        try {
            Future<Boolean> worked = Future.future(told ->
                    vertx.runOnContext(v -> Aside.run(Context::isOnWorkerThread).onComplete(told)));
            assertThat(worked.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            vertx.close();
        }
    }

    private static Object fails() {
        throw new IllegalStateException("odd");
    }
}
