package dev.podium.answer;

import dev.podium.database.DatabaseClock;
import dev.podium.database.QueueFull;
import dev.podium.game.ExtraTime;
import dev.podium.game.Points;
import dev.podium.game.Question;
import dev.podium.room.GameRows;
import dev.podium.room.PlayerSeat;
import dev.podium.room.Rooms;
import dev.podium.state.GameRow;
import dev.podium.traces.Traced;
import dev.podium.traces.Traces;
import dev.podium.wire.AnswerJson;
import dev.podium.wire.AnswerStatus;
import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From a player's tap to its acknowledgement: stamped, scored, stored, answered. */
@Singleton
public class Answers {
    /** A question index that no game has: its answer is stored nowhere, only earlier ones with its id are found. */
    private static final int NO_QUESTION = -1;

    private final AnswerStore store;
    private final Rooms rooms;
    private final GameRows games;
    private final DatabaseClock clock;
    private final Traces traces;

    /** @param at when it arrived, or where that has been moved to, in database time */
    private record Tap(PlayerSeat seat, PlayMessage.Answer message, long at, Traced traced) {
        void end() {
            seat.end();
            traced.end();
        }
    }

    Answers(AnswerStore store, Rooms rooms, GameRows games, DatabaseClock clock, Traces traces) {
        this.store = store;
        this.rooms = rooms;
        this.games = games;
        this.clock = clock;
        this.traces = traces;
    }

    /** Takes an answer. The {@code ack} goes to the seat's viewer after the commit; without one the client sends again. */
    public void take(PlayerSeat seat, PlayMessage.Answer message) {
        if (seat.begin()) take(new Tap(seat, message, clock.now(), traces.answer()), null);
    }

    /** Whether a question is open that this seat has not answered. Any thread. */
    public boolean open(PlayerSeat seat) {
        var room = rooms.of(seat.game());
        return room != null
                && room.row() != null
                && room.row().open()
                && seat.row() != null
                && !seat.row().waiting()
                && seat.row().answer() == null;
    }

    /** @param moved what it is to be scored against where the room does not know it yet, else null */
    private void take(Tap tap, AnswerStore.Outcome.Moved moved) {
        var room = rooms.of(tap.seat.game());
        if (room != null && room.row() != null) {
            take(tap, moved, room.row());
            return;
        }
        games.of(tap.seat.game()).onComplete(found -> {
            if (found.succeeded() && found.result().isPresent())
                take(tap, moved, found.result().get());
            else tap.end();
        });
    }

    private void take(Tap tap, AnswerStore.Outcome.Moved moved, GameRow row) {
        var seat = tap.seat;
        var message = tap.message;
        int index = index(row, message.question());
        var question = index == NO_QUESTION
                ? Optional.<Question>empty()
                : Optional.of(row.frozen().plan().question(index));
        var opensAt = moved != null
                ? (Long) moved.opensAt()
                : row.open() && row.game().question() == index ? row.game().opensAt() : null;
        int extra = moved != null ? moved.extra() : seat.extra();
        var entry = entry(
                seat, row, message, index, question.filter(q -> q.accepts(message.answer())), tap.at, opensAt, extra);
        store.submit(entry, tap.traced).onComplete(result -> {
            if (result.result() instanceof AnswerStore.Outcome.Moved again) {
                take(new Tap(seat, message, movedAlong(entry, again.opensAt()), tap.traced), again);
                return;
            }
            if (result.result() instanceof AnswerStore.Outcome.Invalid(int rounds)
                    && rounds > row.frozen().plan().rounds().size()) {
                takeAfterReading(tap);
                return;
            }
            tap.end();
            if (result.failed()) failed(seat, message, result.cause());
            else answer(seat, message, entry, result.result());
        });
    }

    /** Another quiz has followed, which this instance has not heard of. */
    private void takeAfterReading(Tap tap) {
        games.newest(tap.seat.game()).onComplete(found -> {
            if (found.succeeded() && found.result().isPresent())
                take(tap, null, found.result().get());
            else tap.end();
        });
    }

    /** An answer that waited while its question was moved is as old in the moved question as it was in the first one. */
    private long movedAlong(AnswerStore.Entry entry, long opensAt) {
        if (entry.opensAt() == null) return entry.at();
        return Math.max(entry.at(), Math.min(clock.now(), entry.at() + opensAt - entry.opensAt()));
    }

    private static int index(GameRow row, long question) {
        return question >= 0 && question < row.frozen().plan().size() ? (int) question : NO_QUESTION;
    }

    /** @param question the one answered, empty where the answer does not fit it */
    private static AnswerStore.Entry entry(
            PlayerSeat seat,
            GameRow row,
            PlayMessage.Answer message,
            int index,
            Optional<Question> question,
            long at,
            Long opensAt,
            int extra) {
        if (question.isEmpty() || opensAt == null) {
            var body = question.isEmpty() ? null : AnswerJson.write(message.answer());
            return new AnswerStore.Entry(
                    seat.game(),
                    index,
                    seat.player(),
                    seat.holder(),
                    message.id(),
                    body,
                    at,
                    opensAt,
                    0,
                    null,
                    0,
                    0,
                    extra);
        }
        var settings = row.frozen().plan().settings();
        long limit = question.get().timeLimitMs();
        long observed = seat.observedMs(index, opensAt, at);
        long credited = Points.credit(message.elapsedMs(), observed, seat.allowanceMs());
        var fraction = Points.fraction(question.get(), message.answer(), settings);
        return new AnswerStore.Entry(
                seat.game(),
                index,
                seat.player(),
                seat.holder(),
                message.id(),
                AnswerJson.write(message.answer()),
                at,
                opensAt,
                (int) Math.min(credited, Integer.MAX_VALUE),
                fraction.isPresent() ? fraction.getAsDouble() : null,
                Points.of(
                        question.get(),
                        fraction.orElse(0),
                        credited,
                        limit + ExtraTime.ms(question.get(), extra),
                        settings),
                limit,
                extra);
    }

    private void answer(
            PlayerSeat seat, PlayMessage.Answer message, AnswerStore.Entry entry, AnswerStore.Outcome outcome) {
        var viewer = seat.viewer();
        switch (outcome) {
            case AnswerStore.Outcome.Saved(boolean displaced) -> {
                answered(seat, entry.question(), entry.body());
                ack(seat, message, AnswerStatus.SAVED);
                if (displaced) viewer.close(CloseCode.OPENED_ELSEWHERE);
            }
            case AnswerStore.Outcome.Duplicate(String stored, boolean same) -> {
                if (stored != null) answered(seat, entry.question(), stored);
                if (same) ack(seat, message, AnswerStatus.DUPLICATE);
                else viewer.send(Frame.duplicate(message.id(), message.question(), stored));
            }
            case AnswerStore.Outcome.Invalid _ -> ack(seat, message, AnswerStatus.INVALID);
            case AnswerStore.Outcome.Early _ -> ack(seat, message, AnswerStatus.EARLY);
            case AnswerStore.Outcome.Late _ -> ack(seat, message, AnswerStatus.LATE);
            case AnswerStore.Outcome.Removed _ -> viewer.close(CloseCode.REMOVED);
            case AnswerStore.Outcome.Moved _ -> throw new IllegalStateException("scored again before");
        }
    }

    private void answered(PlayerSeat seat, int question, String answer) {
        var room = rooms.of(seat.game());
        if (room != null) room.answered(seat, question, answer);
    }

    /** Without an acknowledgement the phone sends it again, which a full queue is to wait for. */
    private static void failed(PlayerSeat seat, PlayMessage.Answer message, Throwable failure) {
        if (!(failure instanceof QueueFull)) ack(seat, message, AnswerStatus.INVALID);
    }

    private static void ack(PlayerSeat seat, PlayMessage.Answer message, AnswerStatus status) {
        seat.viewer().send(Frame.ack(message.id(), message.question(), status));
    }
}
