package io.tactus.alert;

import io.tactus.access.Roles;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each role wants to be alerted of. */
record AlertSettings(Map<String, Map<AlertKind, Setting>> byRole) {
    /** Roles that watch the floor. */
    static final List<String> ROLES = List.of(Roles.SUPERVISOR, Roles.MANAGER, Roles.COMPLIANCE, Roles.ADMINISTRATOR);

    /** One setting. @param active whether there are alerts at all */
    record Setting(boolean active, double threshold) {}

    /** What was chosen, over what is usual. */
    static AlertSettings of(Map<String, Map<AlertKind, Setting>> chosen) {
        Map<String, Map<AlertKind, Setting>> all = new HashMap<>();
        for (String role : ROLES) {
            Map<AlertKind, Setting> settings = new EnumMap<>(AlertKind.class);
            for (AlertKind kind : AlertKind.values()) {
                settings.put(kind, new Setting(usual(role, kind), kind.usual()));
            }
            settings.putAll(chosen.getOrDefault(role, Map.of()));
            all.put(role, settings);
        }
        return new AlertSettings(Map.copyOf(all));
    }

    Setting get(String role, AlertKind kind) {
        return Objects.requireNonNull(
                Objects.requireNonNull(byRole.get(role), role).get(kind));
    }

    /** Who is alerted of what while nobody has chosen: each role of what it can do something about. */
    private static boolean usual(String role, AlertKind kind) {
        return switch (role) {
            case Roles.SUPERVISOR -> true;
            case Roles.MANAGER -> kind == AlertKind.CAP_NEAR || kind == AlertKind.HOPPER_LOW;
            case Roles.COMPLIANCE -> kind == AlertKind.CAP_NEAR;
            default ->
                kind == AlertKind.TRUNK_FAILING || kind == AlertKind.NODE_DOWN || kind == AlertKind.DIALLING_BLOCKED;
        };
    }
}
