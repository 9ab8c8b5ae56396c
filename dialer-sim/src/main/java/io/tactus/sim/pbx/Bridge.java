package io.tactus.sim.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two channels that hear one another. */
final class Bridge {
    final String id;
    final List<Channel> members = new ArrayList<>(2);

    Bridge(long a, long b) {
        this.id = new UUID(a, b).toString();
    }
}
