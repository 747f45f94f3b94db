package dev.podium.http;

import java.time.Duration;

/** Carries a {@link Problem} out of an endpoint; it is an answer, not a failure, so it has no stack trace. */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;

    private final Duration retryAfter;

    Refusal(Problem problem, Duration retryAfter) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    /** When it is worth trying again; zero when that is not a matter of time. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
