package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.address.Addresses;
import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.games.OpenGames;
import dev.podium.loop.Loop;
import dev.podium.loop.Retry;
import dev.podium.state.GameReader;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newcomer's seat and the room's version make one state, or are read again. */
@QuarkusTest
class AdmissionTest {
    private static final int PATIENCE_S = 40;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    GameReader games;

    @Inject
    DatabaseClock clock;

    @Inject
    Addresses addresses;

    private UUID game;
    private PlayerSeat seat;
    private TestViewer viewer;
    private RoomContext context;
    private Loop loop;
    private Version version;
    private Admission admission;

    @BeforeEach
    void setUp() {
        var open = new OpenGames(pool);
        game = open.open();
        viewer = new TestViewer();
        seat = new PlayerSeat(game, open.player(game), UUID.randomUUID(), true, viewer);
        var metrics = new SimpleMeterRegistry();
        var retry = new Retry("Reading a game", vertx, metrics, 250, Failures::moment);
        context = new RoomContext(
                vertx,
                pool,
                games,
                clock,
                addresses,
                15_000,
                retry,
                retry,
                metrics.timer("tally"),
                metrics.timer("step"),
                () -> {});
        loop = new Loop(vertx);
        version = new Version();
        var members = new Members();
        var liveTally = new LiveTally(context, loop, members.watchers, version::snapshot);
        admission = new Admission(game, context, loop, version, members, new Counts(members), liveTally);
        hold(seat);
    }

    @Test
    void nobody_is_let_in_while_a_newer_version_is_on_its_way() throws Exception {
        version.read();
        onLoop(() -> {
            admission.ask(Newcomer.of(seat));
            // The seat is being read, and meanwhile somebody hints at a newer version.
            version.loading = true;
            version.looked = new CompletableFuture<>();
        });
        version.looked.get(PATIENCE_S, TimeUnit.SECONDS);
        onLoop(() -> assertThat(viewer.welcomed()).isFalse());

        onLoop(() -> {
            version.loading = false;
            admission.admit();
        });
        viewer.awaitWelcome();
    }

    @Test
    void a_seat_that_is_newer_than_the_version_waits_for_the_next_one() throws Exception {
        version.read();
        OpenGames.await(pool.preparedQuery("UPDATE game SET seq = seq + 1 WHERE id = $1")
                .execute(Tuple.of(game)));
        onLoop(() -> admission.ask(Newcomer.of(seat)));
        version.refreshed.get(PATIENCE_S, TimeUnit.SECONDS);
        onLoop(() -> assertThat(viewer.welcomed()).isFalse());

        version.read();
        onLoop(admission::admit);
        viewer.awaitWelcome();
    }

    @Test
    void a_host_waits_for_a_version_with_the_host_s_part() throws Exception {
        version.read();
        onLoop(() -> admission.ask(new Newcomer(null, viewer, Audience.HOST)));

        version.refreshed.get(PATIENCE_S, TimeUnit.SECONDS);
        onLoop(() -> assertThat(viewer.welcomed()).isFalse());
        assertThat(admission.anyWatches()).isTrue();
    }

    @Test
    void who_has_gone_is_not_let_in() throws Exception {
        version.read();
        var later = new TestViewer();
        onLoop(() -> {
            admission.ask(Newcomer.of(seat));
            admission.withdraw(viewer);
            viewer.close(CloseCode.DRAINING);
            var again = new PlayerSeat(game, seat.player(), seat.holder(), false, later);
            admission.ask(Newcomer.of(again));
        });
        later.awaitWelcome();
        assertThat(viewer.welcomed()).isFalse();
    }

    /** As a resume notes it: without, another socket has the seat. */
    private void hold(PlayerSeat held) {
        OpenGames.await(pool.preparedQuery("UPDATE player SET holder = $3 WHERE game_id = $1 AND id = $2")
                .execute(Tuple.of(game, held.player(), held.holder())));
    }

    private void onLoop(Runnable task) throws Exception {
        var done = new CompletableFuture<Void>();
        loop.run(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (RuntimeException | AssertionError failure) {
                done.completeExceptionally(failure);
            }
        });
        done.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** What the room shows, moved by the test. */
    private final class Version implements Admission.Shown {
        private Snapshot snapshot;
        private boolean loading;
        /** Completed when it is next asked whether a newer version is on its way. */
        private volatile CompletableFuture<Void> looked = new CompletableFuture<>();

        private final CompletableFuture<Void> refreshed = new CompletableFuture<>();

        void read() throws Exception {
            var newest = OpenGames.await(new SnapshotReader(game, context).after(null, null, false, Set.of()));
            onLoop(() -> snapshot = ((SnapshotReader.Newer.Version) newest).snapshot());
        }

        @Override
        public Snapshot snapshot() {
            return snapshot;
        }

        @Override
        public Projections projections() {
            return new Projections(snapshot, context.heartbeatMs());
        }

        @Override
        public boolean loading() {
            looked.complete(null);
            return loading;
        }

        @Override
        public void refresh() {
            refreshed.complete(null);
        }

        @Override
        public void closeAll(CloseCode code) {
            admission.closeAll(code);
        }
    }
}
