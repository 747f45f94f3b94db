package dev.podium.game;

import dev.podium.game.Decision.Refused;

/** What each command does in each phase: one look at a game at one moment. */
record Rules(Game game, Plan plan, long now) {

    /** A missed opening is made up for: whoever saw the question late loses no points. */
    private static final long LATE_OPENING_MS = 1_000;

    private static final long MIN_EXTEND_MS = 1_000;
    private static final long MAX_EXTEND_MS = 300_000;

    sealed interface Reply {}

    record Yes(Event event) implements Reply {}

    record No(String reason) implements Reply {}

    Reply on(Command command) {
        if (game.phase() == Phase.FINISHED) {
            return no(Refused.FINISHED);
        }
        return switch (command) {
            case Command.Advance() -> advance();
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
            case Command.Tick() -> tick();
            case Command.AllAnswered() -> allAnswered();
            case Command.Outage(long gapMs) -> outage(gapMs);
        };
    }

    private Reply advance() {
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return switch (game.phase()) {
            case LOBBY, STANDINGS -> next();
            case READY -> no(Refused.CLOCK);
            case QUESTION -> onSlide() ? next() : close();
            case REVEAL -> yes(new Event.Ranked());
            case FINISHED -> no(Refused.FINISHED);
        };
    }

    private Reply next() {
        var next = game.question() + 1;
        return yes(
                next < plan.size()
                        ? new Event.Readied(next, now + plan.settings().countdownMs())
                        : new Event.Finished());
    }

    private Reply close() {
        if (!asking()) {
            return no(Refused.PHASE);
        }
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return over() ? no(Refused.PHASE) : yes(new Event.Closing(Math.max(game.opensAt(), now)));
    }

    private Reply pause() {
        if (!timed() || (asking() && !game.paused() && over())) {
            return no(Refused.PHASE);
        }
        return game.paused() ? no(Refused.PAUSED) : yes(new Event.Paused());
    }

    private Reply resume() {
        if (!timed()) {
            return no(Refused.PHASE);
        }
        return game.paused() ? yes(new Event.Continued(Math.max(0, now - game.pausedAt()))) : no(Refused.NOT_PAUSED);
    }

    private Reply extend(long ms) {
        if (!asking()) {
            return no(Refused.PHASE);
        }
        return ms < MIN_EXTEND_MS || ms > MAX_EXTEND_MS ? no(Refused.INVALID) : yes(new Event.Extended(ms));
    }

    private Reply skip() {
        return timed() && !onSlide() ? yes(new Event.Skipped()) : no(Refused.PHASE);
    }

    private Reply allAnswered() {
        if (!asking()) {
            return no(Refused.PHASE);
        }
        return game.paused() ? no(Refused.PAUSED) : yes(new Event.Closed());
    }

    private Reply outage(long gapMs) {
        if (!timed()) {
            return no(Refused.PHASE);
        }
        if (game.paused()) {
            return no(Refused.PAUSED);
        }
        return gapMs <= 0 ? no(Refused.INVALID) : yes(new Event.Shifted(gapMs));
    }

    private Reply tick() {
        var due = game.dueAt(plan);
        if (due.isEmpty() || now < due.getAsLong()) {
            return no(Refused.EARLY);
        }
        return switch (game.phase()) {
            case READY -> open();
            case QUESTION -> onSlide() ? next() : yes(new Event.Closed());
            case REVEAL -> yes(new Event.Ranked());
            case STANDINGS -> next();
            case LOBBY, FINISHED -> no(Refused.EARLY);
        };
    }

    private Reply open() {
        var opensAt = now - game.opensAt() > LATE_OPENING_MS ? now : game.opensAt();
        var question = plan.question(game.question());
        return yes(new Event.Opened(opensAt, question.answerable() ? (Long) (opensAt + question.timeLimitMs()) : null));
    }

    private boolean timed() {
        return game.phase() == Phase.READY || game.phase() == Phase.QUESTION;
    }

    private boolean onSlide() {
        return !plan.question(game.question()).answerable();
    }

    /** Whether a question waits for answers. */
    private boolean asking() {
        return game.phase() == Phase.QUESTION && !onSlide();
    }

    /** Whether phones have stopped taking taps: only the last answers are waited for. */
    private boolean over() {
        return now >= game.closesAt();
    }

    private static Reply yes(Event event) {
        return new Yes(event);
    }

    private static Reply no(String reason) {
        return new No(reason);
    }
}
