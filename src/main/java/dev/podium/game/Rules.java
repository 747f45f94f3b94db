package dev.podium.game;

import dev.podium.game.Decision.Accepted;
import dev.podium.game.Decision.Refused;
import java.util.Optional;

/** What each command does in each phase. */
public final class Rules {

    /** A missed opening is made up for: whoever saw the question late loses no points. */
    private static final long LATE_OPENING_MS = 1_000;

    private static final long MIN_EXTEND_MS = 1_000;
    private static final long MAX_EXTEND_MS = 300_000;
    /** Nobody comes back after more. */
    private static final long MAX_BREAK_MS = 3_600_000;

    private final Game game;
    private final Plan plan;
    private final long now;

    private Rules(Game game, Plan plan, long now) {
        this.game = game;
        this.plan = plan;
        this.now = now;
    }

    /** What becomes of a game by a command at {@code now}; the game itself stays as it is. */
    public static Decision decide(Game game, Plan plan, Command command, long now) {
        return new Rules(game, plan, now).on(command);
    }

    private Decision on(Command command) {
        if (game.phase() == Phase.FINISHED && !(command instanceof Command.Afterwards)) {
            return no(Refused.FINISHED);
        }
        return switch (command) {
            case Command.Advance() -> advance();
            case Command.Onward() -> game.phase() == Phase.REVEAL && !game.paused() ? next() : advance();
            case Command.Close() -> close();
            case Command.Pause() -> pause();
            case Command.Continue() -> resume();
            case Command.Extend(long ms) -> extend(ms);
            case Command.Skip() -> skip();
            case Command.End(), Command.HostsGone() -> yes(new Event.Finished());
            case Command.Lock() -> game.locked() ? no(Refused.PHASE) : yes(new Event.Locked());
            case Command.Unlock() -> game.locked() ? yes(new Event.Unlocked()) : no(Refused.PHASE);
            case Command.Kick(var player) -> player == null ? no(Refused.INVALID) : yes(new Event.Kicked(player));
            case Command.Release(var player) -> player == null ? no(Refused.INVALID) : yes(new Event.Released(player));
            case Command.Admit(var player) -> player == null ? no(Refused.INVALID) : yes(new Event.Admitted(player));
            case Command.AdmitAll() -> yes(new Event.AdmittedAll());
            case Command.Extra(var player, long percent) ->
                player == null || !ExtraTime.offered(percent)
                        ? no(Refused.INVALID)
                        : yes(new Event.Granted(player, (int) percent));
            case Command.Draw() ->
                game.phase() != Phase.LOBBY || plan.settings().teams().isEmpty()
                        ? no(Refused.PHASE)
                        : yes(new Event.Drawn());
            case Command.Hide(long question, var text) -> hide(question, text, true);
            case Command.Unhide(long question, var text) -> hide(question, text, false);
            case Command.Regrade regrade -> regrade(regrade);
            case Command.Ungrade(long question) -> ungrade(question);
            case Command.Restore() -> restore();
            case Command.Append append -> append(append);
            case Command.Back() -> game.phase() == Phase.STANDINGS ? yes(new Event.Returned()) : no(Refused.PHASE);
            case Command.Tick() -> tick();
            case Command.AllAnswered() -> allAnswered();
            case Command.Outage(long gapMs) -> outage(gapMs);
        };
    }

    private Decision advance() {
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return switch (game.phase()) {
            case LOBBY, STANDINGS, BREAK -> next();
            case READY -> no(Refused.CLOCK);
            case QUESTION -> onSlide() ? next() : close();
            case REVEAL -> yes(new Event.Ranked());
            case FINISHED -> no(Refused.FINISHED);
        };
    }

    private Decision next() {
        var next = game.question() + 1;
        if (next >= plan.size()) {
            return yes(new Event.Finished());
        }
        return game.phase() != Phase.BREAK && plan.beginsRound(next)
                ? yes(new Event.Recessed(breakUntil()))
                : yes(new Event.Readied(next, now + plan.countdownMs(next)));
    }

    private Long breakUntil() {
        var breakMs = plan.settings().course().breakMs();
        return breakMs == null ? null : (Long) (now + breakMs);
    }

    private Decision close() {
        if (!asking()) {
            return no(Refused.PHASE);
        }
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return over() ? no(Refused.PHASE) : yes(new Event.Closing(Math.max(game.opensAt(), now)));
    }

    private Decision pause() {
        if (waitsByItself()) {
            return game.paused() ? no(Refused.PAUSED) : yes(new Event.Paused());
        }
        if (!timed() || (asking() && !game.paused() && over())) {
            return no(Refused.PHASE);
        }
        return game.paused() ? no(Refused.PAUSED) : yes(new Event.Paused());
    }

    private Decision resume() {
        if (waitsByItself()) {
            return game.paused()
                    ? yes(new Event.Resumed(game.plannedAt(plan).getAsLong() + Math.max(0, now - game.pausedAt())))
                    : no(Refused.NOT_PAUSED);
        }
        if (!timed()) {
            return no(Refused.PHASE);
        }
        return game.paused() ? yes(new Event.Continued(Math.max(0, now - game.pausedAt()))) : no(Refused.NOT_PAUSED);
    }

    private Decision extend(long ms) {
        if (game.phase() == Phase.BREAK) {
            return extendBreak(ms);
        }
        if (!asking()) {
            return no(Refused.PHASE);
        }
        if (game.closesAt() == null) {
            return no(Refused.PHASE);
        }
        return ms < MIN_EXTEND_MS || ms > MAX_EXTEND_MS ? no(Refused.INVALID) : yes(new Event.Extended(ms));
    }

    /** More or less of it; where nobody has said how long it takes, so long from now on. */
    private Decision extendBreak(long ms) {
        if (ms == 0 || Math.abs(ms) > MAX_BREAK_MS || game.until() == null && ms < 0) {
            return no(Refused.INVALID);
        }
        var present = game.paused() ? game.pausedAt() : now;
        var end = game.until() == null ? present : Math.max(present, game.until());
        return yes(new Event.Retimed(Math.max(present, end + ms)));
    }

    private Decision append(Command.Append it) {
        if (it.questions().isEmpty()) {
            return no(Refused.UNPLAYABLE);
        }
        if (plan.rounds().size() >= Plan.MOST_ROUNDS
                || plan.size() + it.questions().size() > Plan.MOST_QUESTIONS) {
            return no(Refused.TOO_MANY);
        }
        var over = game.phase() == Phase.FINISHED;
        return over && now - game.since() >= Game.RESTORABLE_MS
                ? no(Refused.FINISHED)
                : yes(new Event.Appended(it.round(), plan.size(), over ? breakUntil() : null));
    }

    private Decision skip() {
        return timed() && !onSlide() ? yes(new Event.Skipped()) : no(Refused.PHASE);
    }

    /** Of a question that has been asked, and what somebody may have typed. */
    private Decision hide(long question, String text, boolean hidden) {
        int index = Math.clamp(question, -1, plan.size());
        if (index < 0 || index > game.question() || !(plan.question(index) instanceof Question.Typed typed)) {
            return no(Refused.INVALID);
        }
        if (!AnswerShape.typed(text, typed.maxLength())) {
            return no(Refused.INVALID);
        }
        var folded = typed.fold(text);
        return yes(hidden ? new Event.Hidden(index, folded) : new Event.Unhidden(index, folded));
    }

    private Decision regrade(Command.Regrade regrade) {
        var index = graded(regrade.question());
        if (index < 0) {
            return no(Refused.INVALID);
        }
        if (!game.revealed(index)) {
            return no(Refused.PHASE);
        }
        var key = key(regrade, game.question(plan, index));
        if (key.isEmpty()) {
            return no(Refused.INVALID);
        }
        return key.equals(present(index)) ? no(Refused.PHASE) : yes(new Event.Regraded(index, key.get()));
    }

    private Decision ungrade(long question) {
        var index = graded(question);
        if (index < 0) {
            return no(Refused.INVALID);
        }
        return game.judged().containsKey(index) ? yes(new Event.Ungraded(index)) : no(Refused.PHASE);
    }

    /** The index of a question that has right answers; -1 where there is none. */
    private int graded(long question) {
        int index = Math.clamp(question, -1, plan.size());
        return index >= 0 && index < plan.size() && plan.question(index).graded() ? index : -1;
    }

    /** What a question is judged by. */
    private Optional<Key> present(int index) {
        var judged = Optional.ofNullable(game.judged().get(index));
        return judged.isPresent() ? judged : Keys.of(plan.question(index));
    }

    /** @param question as it counts at present */
    private static Optional<Key> key(Command.Regrade regrade, Question question) {
        var says = regrade.correct() != null || !regrade.accept().isEmpty();
        if (says == regrade.voids()) {
            return Optional.empty();
        }
        if (regrade.voids()) {
            return Optional.of(new Key.Void());
        }
        var replaced = regrade.correct() == null ? Optional.of(question) : Keys.put(regrade.correct(), question);
        return replaced.flatMap(it -> regrade.accept().isEmpty() ? Optional.of(it) : Keys.accept(regrade.accept(), it))
                .flatMap(Keys::of);
    }

    private Decision restore() {
        return switch (game.phase()) {
            case REVEAL -> game.voided().contains(game.question()) ? yes(new Event.Restored()) : no(Refused.PHASE);
            case FINISHED ->
                game.ended() != null && now - game.since() < Game.RESTORABLE_MS
                        ? yes(new Event.Restored())
                        : no(Refused.FINISHED);
            case LOBBY, READY, QUESTION, STANDINGS, BREAK -> no(Refused.PHASE);
        };
    }

    private Decision allAnswered() {
        if (!asking()) {
            return no(Refused.PHASE);
        }
        return game.paused() ? no(Refused.PAUSED) : yes(new Event.Closed());
    }

    private Decision outage(long gapMs) {
        if (!timed()) {
            return no(Refused.PHASE);
        }
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return gapMs <= 0 ? no(Refused.INVALID) : yes(new Event.Shifted(gapMs));
    }

    private Decision tick() {
        var due = game.dueAt(plan);
        if (due.isEmpty() || now < due.getAsLong()) {
            return no(Refused.EARLY);
        }
        return switch (game.phase()) {
            case READY -> open();
            case QUESTION -> onSlide() ? next() : yes(new Event.Closed());
            case REVEAL -> plan.question(game.question()).scored() ? yes(new Event.Ranked()) : next();
            case STANDINGS, BREAK -> next();
            case LOBBY, FINISHED -> no(Refused.EARLY);
        };
    }

    private Decision open() {
        var opensAt = now - game.opensAt() > LATE_OPENING_MS ? now : game.opensAt();
        var question = plan.question(game.question());
        return yes(new Event.Opened(opensAt, question.limited() ? (Long) (opensAt + question.timeLimitMs()) : null));
    }

    private boolean timed() {
        return game.phase() == Phase.READY || game.phase() == Phase.QUESTION;
    }

    /** Whether it is one of the phases that only a game that moves by itself leaves by itself. */
    private boolean waitsByItself() {
        return !timed() && game.plannedAt(plan).isPresent();
    }

    private boolean onSlide() {
        return !plan.question(game.question()).answerable();
    }

    /** Whether a question waits for answers. */
    private boolean asking() {
        return game.phase() == Phase.QUESTION && !onSlide();
    }

    /** Whether phones have stopped taking taps: only the last answers are waited for, and nobody who has more time. */
    private boolean over() {
        return game.closesAt() != null && now >= game.closesAt() && !game.outlasts(now);
    }

    private Decision yes(Event event) {
        return new Accepted(event, game.apply(event, now));
    }

    private static Decision no(String reason) {
        return new Refused(reason);
    }
}
