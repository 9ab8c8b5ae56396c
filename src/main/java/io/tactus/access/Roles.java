package io.tactus.access;

import java.util.Set;

/** The roles that a person may have, several at once. None contains another: endpoints name each role that may use them. */
public final class Roles {
    /** Takes calls. */
    public static final String AGENT = "agent";
    /** Watches the floor and helps agents. */
    public static final String SUPERVISOR = "supervisor";
    /** Sets up campaigns and lists, starts and stops them. */
    public static final String MANAGER = "manager";
    /** Keeps the do-not-call list and looks into what was done. */
    public static final String COMPLIANCE = "compliance";
    /** Keeps users and agents. */
    public static final String ADMINISTRATOR = "administrator";

    /** All of them. */
    public static final Set<String> ALL = Set.of(AGENT, SUPERVISOR, MANAGER, COMPLIANCE, ADMINISTRATOR);

    private Roles() {}
}
