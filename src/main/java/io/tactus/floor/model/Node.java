package io.tactus.floor.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A telephony node: whether its link works, and its trunks. */
public final class Node {
    public final String name;
    /** The link works and the channels were read. */
    public boolean up;

    public final Map<String, Trunk> trunks = new LinkedHashMap<>();
    /** When the channels were asked for last. */
    public long readAskedMicros;

    /** A node whose link is not known to work. */
    public Node(String name) {
        this.name = name;
    }
}
