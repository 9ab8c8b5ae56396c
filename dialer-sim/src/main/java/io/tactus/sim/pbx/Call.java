package io.tactus.sim.pbx;

import io.tactus.sim.time.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An originate under way: its request, who waits for the outcome, and what is planned until then. */
final class Call {
    final OriginateRequest request;
    final Consumer<Boolean> done;
    final List<Timer> planned = new ArrayList<>();

    Call(OriginateRequest request, Consumer<Boolean> done) {
        this.request = request;
        this.done = done;
    }

    void cancelPlans() {
        planned.forEach(Timer::cancel);
    }
}
