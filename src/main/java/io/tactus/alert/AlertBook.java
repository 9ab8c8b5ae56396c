package io.tactus.alert;

import io.tactus.alert.Measured.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open alerts. Something that is beyond its threshold in two looks running opens one, so that what lasts an instant alerts nobody;
 * the first look at which it is not closes it.
 */
final class AlertBook {
    /** An open alert. @param value as it was when it opened */
    record Open(Key key, String subject, double threshold, double value, Instant openedAt) {}

    /** What a look changed. */
    record Changes(List<Open> opened, List<Open> closed) {
        boolean none() {
            return opened.isEmpty() && closed.isEmpty();
        }
    }

    private final Map<Key, Open> open = new LinkedHashMap<>();
    private final Set<Key> seen = new HashSet<>();

    /** One look at the floor. */
    Changes see(List<Measured> measured, AlertSettings settings, Instant now) {
        Map<Key, Open> beyond = new HashMap<>();
        for (String role : AlertSettings.ROLES) {
            for (Measured each : measured) {
                AlertSettings.Setting setting = settings.get(role, each.kind());
                if (setting.active() && each.kind().beyond(each.value(), setting.threshold())) {
                    Key key = each.key(role);
                    beyond.put(key, new Open(key, each.subject(), setting.threshold(), each.value(), now));
                }
            }
        }
        List<Open> closed = new ArrayList<>();
        open.values().removeIf(alert -> !beyond.containsKey(alert.key()) && closed.add(alert));
        List<Open> opened = new ArrayList<>();
        beyond.forEach((key, alert) -> {
            if (seen.contains(key) && open.putIfAbsent(key, alert) == null) {
                opened.add(alert);
            }
        });
        seen.clear();
        seen.addAll(beyond.keySet());
        return new Changes(opened, closed);
    }

    /** All that are open, the oldest first. */
    List<Open> open() {
        return List.copyOf(open.values());
    }
}
