package io.tactus.dialing;

import io.tactus.telephony.NodeStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the floor runs here; says which telephony nodes are up and why dialling pauses, if it does. */
@Readiness
@ApplicationScoped
class FloorHealth implements HealthCheck {
    private final DialingService dialing;

    FloorHealth(DialingService dialing) {
        this.dialing = dialing;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("floor").status(dialing.running());
        String blocked = dialing.blockedReason();
        response.withData("dialling", blocked.isEmpty() ? "allowed" : "paused: " + blocked);
        for (NodeStatus node : dialing.nodes()) {
            response.withData("node " + node.node(), node.up() ? "up" : "down: " + node.detail());
        }
        return response.build();
    }
}
