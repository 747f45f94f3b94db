package dev.podium.room;

import dev.podium.address.Addresses;
import dev.podium.bus.GameBus;
import dev.podium.configuration.Configuration;
import dev.podium.database.DatabaseClock;
import dev.podium.database.Failures;
import dev.podium.instance.Instance;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import dev.podium.traces.Traced;
import dev.podium.wire.Audience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms of this instance: one for each game that somebody watches through it, for as long as somebody does. */
@Singleton
public class Rooms {
    /** How often each instance asks for what it may have missed. */
    private static final int ASK_MS = 1_000;

    /** Those who steer are told so often how phones do, and how many they are. */
    private static final int HOSTS_MS = 2_000;

    private static final int RETRY_MS = 250;

    private final ConcurrentHashMap<UUID, Room> rooms = new ConcurrentHashMap<>();
    private final RoomContext context;
    private final GameBus bus;
    private final Desks desks;

    private long timer;
    private long hosts;
    private volatile Runnable moved = () -> {};

    Rooms(
            Vertx vertx,
            Pool pool,
            GameReader games,
            DatabaseClock clock,
            Addresses addresses,
            GameBus bus,
            Instance instance,
            MeterRegistry metrics,
            Configuration settings) {
        this.bus = bus;
        this.desks = new Desks(pool, instance.id());
        this.context = new RoomContext(
                vertx,
                pool,
                games,
                clock,
                addresses,
                settings.heartbeatMs(),
                new Retry("Reading a game", vertx, metrics, RETRY_MS, Failures::moment),
                new Retry("Showing a game", vertx, metrics, RETRY_MS, odd -> false),
                Timer.builder(Metric.TALLY.id())
                        .description(
                                "From asking for the answers to an open question to the frame that tells how they stand")
                        .register(metrics),
                metrics.timer(Metric.FAN_OUT.id()),
                () -> moved.run());
        metrics.gauge(Metric.ROOMS.id(), rooms, ConcurrentHashMap::size);
    }

    @PreDestroy
    void stop() {
        context.vertx().cancelTimer(timer);
        context.vertx().cancelTimer(hosts);
    }

    void start(@Observes @Priority(200) StartupEvent event) {
        bus.subscribe(this::heard);
        bus.onGap(this::ask);
        timer = context.vertx().setPeriodic(ASK_MS, id -> ask());
        hosts = context.vertx().setPeriodic(HOSTS_MS, id -> tellHosts());
    }

    /** Runs on a room's loop whenever it shows another version of its game. Called once. */
    public void onMove(Runnable listener) {
        moved = listener;
    }

    /** Lets a player in. Every entry is followed by one {@link #leave}. */
    Room enter(PlayerSeat seat) {
        var room = reserve(seat.game());
        room.enter(Newcomer.of(seat));
        return room;
    }

    /** Lets a host or a screen in. Every entry is followed by one {@link #leave}. */
    Room enter(UUID game, Viewer viewer, Audience audience) {
        var room = reserve(game);
        room.enter(new Newcomer(null, viewer, audience));
        return room;
    }

    /** @param seat null for hosts and screens */
    void leave(UUID game, Viewer viewer, PlayerSeat seat) {
        rooms.computeIfPresent(game, (id, room) -> {
            room.leave(viewer, seat);
            return --room.reserved == 0 ? null : room;
        });
    }

    /** This instance has moved a game, by that step. */
    public void moved(GameRow next, Traced step) {
        var room = rooms.get(next.id());
        if (room == null) return;
        room.movedHere(next, step);
    }

    /** The room of a game, or null when nobody watches it here. */
    public Room of(UUID game) {
        return rooms.get(game);
    }

    public Collection<Room> all() {
        return rooms.values();
    }

    private void tellHosts() {
        rooms.values().forEach(Room::tellPhones);
        if (!context.clock().ready()) return;
        desks.turn(rooms.values(), context.clock().now()).onFailure(context.reading()::failed);
    }

    private Room reserve(UUID game) {
        return rooms.compute(game, (id, known) -> {
            var room = known != null ? known : new Room(id, context);
            room.reserved++;
            return room;
        });
    }

    private void heard(Set<UUID> games, Traced notice) {
        for (var game : games) {
            var room = rooms.get(game);
            if (room != null) room.moved(notice);
        }
    }

    private void ask() {
        var known = new HashMap<UUID, Long>();
        for (var room : rooms.values()) {
            var row = room.row();
            if (row != null) known.put(room.game(), row.seq());
        }
        if (!known.isEmpty()) {
            context.games()
                    .newer(context.pool(), known)
                    .onSuccess(newer -> heard(Set.copyOf(newer), Traced.NONE))
                    .onFailure(context.reading()::failed);
        }
    }
}
