package io.tactus.alert;

import io.tactus.access.CurrentUser;
import io.tactus.alert.AlertSettings.Setting;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The history of alerts, and what the person's roles want to be alerted of. */
@ApplicationScoped
public class Alerts {
    /** A setting as people see it. @param least the lowest threshold, and so on */
    public record SettingView(
            String role, AlertKind kind, boolean active, double threshold, double usual, double least, double most) {}

    private final AlertStore store;
    private final AlertWatch watch;
    private final CurrentUser me;

    Alerts(AlertStore store, AlertWatch watch, CurrentUser me) {
        this.store = store;
        this.watch = watch;
        this.me = me;
    }

    private List<String> myRoles() {
        return AlertSettings.ROLES.stream().filter(me::has).toList();
    }

    /** Alerts of my roles, the latest first. */
    public List<AlertStore.Event> history(long before, int limit) {
        try {
            return store.list(myRoles(), before, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the alerts cannot be read", e);
        }
    }

    /** The settings of my roles. */
    public List<SettingView> settings() {
        List<SettingView> views = new ArrayList<>();
        AlertSettings settings;
        try {
            settings = store.settings();
        } catch (SQLException e) {
            throw new IllegalStateException("the settings of alerts cannot be read", e);
        }
        for (String role : myRoles()) {
            for (AlertKind kind : AlertKind.values()) {
                Setting setting = settings.get(role, kind);
                views.add(new SettingView(
                        role, kind, setting.active(), setting.threshold(), kind.usual(), kind.least(), kind.most()));
            }
        }
        return views;
    }

    /** Chooses what a role of mine is alerted of. */
    public List<SettingView> set(String role, AlertKind kind, boolean active, double threshold) {
        if (!myRoles().contains(role)) {
            throw ProblemException.invalid("role", "must be a role of yours that watches the floor");
        }
        if (!(threshold >= kind.least() && threshold <= kind.most())) {
            throw ProblemException.invalid("threshold", "must be from " + kind.least() + " to " + kind.most());
        }
        try {
            store.set(role, kind, new Setting(active, threshold), me.name());
            watch.settingsChanged();
        } catch (SQLException e) {
            throw new IllegalStateException("the setting cannot be kept", e);
        }
        return settings();
    }
}
