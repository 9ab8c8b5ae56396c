package io.tactus.filter;

import java.util.List;

/**
 * In what order leads of one priority are dialled: by the first key, those alike by the second, and so on. Leads without a value come last in
 * either direction. None at all: the lead that is due first.
 */
public record Order(List<Key> keys) {
    /** As many keys as an order may have. */
    public static final int MOST_KEYS = 4;

    /** No order. */
    public static final Order NONE = new Order(List.of());

    /** Copies the list. */
    public Order {
        keys = List.copyOf(keys);
    }

    /** One field. @param descending whether the highest, the latest, or the last of the alphabet comes first */
    public record Key(Field field, boolean descending) {}
}
