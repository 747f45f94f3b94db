package dev.podium.live;

import dev.podium.game.Points;
import dev.podium.game.Question;
import dev.podium.wire.AnswerJson;
import dev.podium.wire.AnswerStatus;
import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** From a player's tap to its acknowledgement: stamped, scored, stored, answered. */
@Singleton
class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);
    /** A question index that no game has: its answer is stored nowhere, only earlier ones with its id are found. */
    private static final int NO_QUESTION = -1;

    private final AnswerBuffer buffer;
    private final Rooms rooms;
    private final DatabaseClock clock;

    Answers(AnswerBuffer buffer, Rooms rooms, DatabaseClock clock) {
        this.buffer = buffer;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Takes an answer. The {@code ack} goes to the seat's viewer after the commit; without one the client sends again. */
    void take(PlayerSeat seat, PlayMessage.Answer message) {
        if (seat.begin()) take(seat, message, clock.now(), null);
    }

    /** Completes when everything handed over so far is stored. */
    Future<Void> drained() {
        return buffer.drained();
    }

    /** @param moved the opening it is to be scored against where the room does not know it yet, else null */
    private void take(PlayerSeat seat, PlayMessage.Answer message, long at, Long moved) {
        var room = rooms.of(seat.game);
        if (room == null || room.row() == null) {
            seat.end();
            return;
        }
        var row = room.row();
        int index = index(row, message.question());
        var question = index == NO_QUESTION
                ? Optional.<Question>empty()
                : Optional.of(row.frozen().plan().question(index));
        var opensAt = moved != null
                ? moved
                : row.open() && row.game().question() == index ? row.game().opensAt() : null;
        var entry = entry(seat, row, message, index, question.filter(q -> q.accepts(message.answer())), at, opensAt);
        buffer.submit(entry).whenComplete((outcome, failure) -> {
            if (outcome instanceof AnswerBuffer.Outcome.Moved(long movedTo)) {
                take(seat, message, movedAlong(entry, movedTo), movedTo);
                return;
            }
            seat.end();
            if (failure != null) failed(seat, message, failure);
            else answer(room, seat, message, entry, outcome);
        });
    }

    /** An answer that waited while its question was moved is as old in the moved question as it was in the first one. */
    private long movedAlong(AnswerBuffer.Entry entry, long opensAt) {
        if (entry.opensAt() == null) return entry.at();
        return Math.max(entry.at(), Math.min(clock.now(), entry.at() + opensAt - entry.opensAt()));
    }

    private static int index(GameRow row, long question) {
        return question >= 0 && question < row.frozen().plan().size() ? (int) question : NO_QUESTION;
    }

    /** @param question the one answered, empty where the answer does not fit it */
    private static AnswerBuffer.Entry entry(
            PlayerSeat seat,
            GameRow row,
            PlayMessage.Answer message,
            int index,
            Optional<Question> question,
            long at,
            Long opensAt) {
        if (question.isEmpty() || opensAt == null) {
            var body = question.isEmpty() ? null : AnswerJson.write(message.answer());
            return new AnswerBuffer.Entry(
                    seat.game, index, seat.player, seat.holder, message.id(), body, at, opensAt, 0, null, 0);
        }
        var settings = row.frozen().plan().settings();
        long observed = seat.observedMs(index, opensAt, at);
        long credited = Points.credit(message.elapsedMs(), observed, seat.allowanceMs());
        var fraction = Points.fraction(question.get(), message.answer(), settings);
        return new AnswerBuffer.Entry(
                seat.game,
                index,
                seat.player,
                seat.holder,
                message.id(),
                AnswerJson.write(message.answer()),
                at,
                opensAt,
                (int) Math.min(credited, Integer.MAX_VALUE),
                fraction.isPresent() ? fraction.getAsDouble() : null,
                Points.of(question.get(), fraction.orElse(0), credited, settings));
    }

    private void answer(
            Room room,
            PlayerSeat seat,
            PlayMessage.Answer message,
            AnswerBuffer.Entry entry,
            AnswerBuffer.Outcome outcome) {
        var viewer = seat.viewer;
        switch (outcome) {
            case AnswerBuffer.Outcome.Saved(boolean displaced) -> {
                room.answered(seat, entry.question(), entry.body());
                ack(seat, message, AnswerStatus.SAVED);
                if (displaced) viewer.close(CloseCode.OPENED_ELSEWHERE);
            }
            case AnswerBuffer.Outcome.Duplicate(String stored, boolean same) -> {
                if (stored != null) room.answered(seat, entry.question(), stored);
                if (same) ack(seat, message, AnswerStatus.DUPLICATE);
                else viewer.send(Frame.duplicate(message.id(), message.question(), stored));
            }
            case AnswerBuffer.Outcome.Invalid _ -> ack(seat, message, AnswerStatus.INVALID);
            case AnswerBuffer.Outcome.Early _ -> ack(seat, message, AnswerStatus.EARLY);
            case AnswerBuffer.Outcome.Late _ -> ack(seat, message, AnswerStatus.LATE);
            case AnswerBuffer.Outcome.Removed _ -> viewer.close(CloseCode.REMOVED);
            case AnswerBuffer.Outcome.Moved _ -> throw new IllegalStateException("scored again before");
        }
    }

    private void failed(PlayerSeat seat, PlayMessage.Answer message, Throwable failure) {
        if (failure instanceof Batcher.Full) return;
        LOG.warnf("An answer could not be stored: %s", failure.getClass().getSimpleName());
        ack(seat, message, AnswerStatus.INVALID);
    }

    private static void ack(PlayerSeat seat, PlayMessage.Answer message, AnswerStatus status) {
        seat.viewer.send(Frame.ack(message.id(), message.question(), status));
    }
}
