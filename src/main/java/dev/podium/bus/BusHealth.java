package dev.podium.bus;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether hints of other instances arrive. Without them an instance still serves: it asks the database once a second,
 * so this check tells and never fails.
 */
@Readiness
@ApplicationScoped
class BusHealth implements HealthCheck {
    private final GameBus bus;

    BusHealth(GameBus bus) {
        this.bus = bus;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bus")
                .withData("hints", bus.listening() ? "arrive" : "are missing; the database is asked once a second")
                .up()
                .build();
    }
}
