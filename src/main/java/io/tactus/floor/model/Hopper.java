package io.tactus.floor.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.PrimitiveIterator;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reserved leads that wait to be dialled: in the order in which they came, or by what they promise.
 *
 * <p>A lead of middling promise would never be chosen; so every so often the one that has waited longest is given out as the least likely.
 */
public final class Hopper {
    /** One of so many leads is the one that has waited longest. */
    private static final int FAIRNESS = 20;

    private final SequencedSet<ReservedLead> inOrder = new LinkedHashSet<>();
    private final NavigableSet<ReservedLead> byPromise = new TreeSet<>(
            Comparator.comparingDouble(ReservedLead::answerProbability).thenComparingLong(ReservedLead::callId));
    private int given;

    /** Puts leads behind the others. */
    public void add(Collection<ReservedLead> leads) {
        inOrder.addAll(leads);
        byPromise.addAll(leads);
    }

    /** Number of leads. */
    public int size() {
        return inOrder.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** All leads in the order in which they came. */
    public Stream<ReservedLead> stream() {
        return inOrder.stream();
    }

    /** Takes the lead that came first. */
    public ReservedLead next() {
        ReservedLead lead = inOrder.removeFirst();
        byPromise.remove(lead);
        return lead;
    }

    /** Takes the lead that is likeliest to be answered, or least likely. */
    public ReservedLead choose(boolean likeliest) {
        if (!likeliest && ++given % FAIRNESS == 0) {
            return next();
        }
        ReservedLead lead = likeliest ? byPromise.removeLast() : byPromise.removeFirst();
        inOrder.remove(lead);
        return lead;
    }

    /** Takes out the lead of this call; null when it is not here. */
    public @Nullable ReservedLead withdraw(long callId) {
        for (ReservedLead lead : inOrder) {
            if (lead.callId() == callId) {
                inOrder.remove(lead);
                byPromise.remove(lead);
                return lead;
            }
        }
        return null;
    }

    /** Takes out all leads. */
    public void clear() {
        inOrder.clear();
        byPromise.clear();
    }

    /** What the leads promise in the order of {@link #next}. */
    public PrimitiveIterator.OfDouble promises() {
        return new Promises(inOrder.iterator(), Integer.MAX_VALUE, inOrder.iterator());
    }

    /** What the leads promise in the order of {@link #choose}: so many of the likeliest, then the least likely. */
    public PrimitiveIterator.OfDouble promises(int likeliest) {
        return new Promises(byPromise.descendingIterator(), likeliest, byPromise.iterator());
    }

    private static final class Promises implements PrimitiveIterator.OfDouble {
        private final Iterator<ReservedLead> first;
        private final Iterator<ReservedLead> then;
        private int left;

        Promises(Iterator<ReservedLead> first, int count, Iterator<ReservedLead> then) {
            this.first = first;
            this.left = count;
            this.then = then;
        }

        private Iterator<ReservedLead> source() {
            return left > 0 ? first : then;
        }

        @Override
        public boolean hasNext() {
            return source().hasNext();
        }

        @Override
        public double nextDouble() {
            ReservedLead lead = source().next();
            left--;
            return lead.answerProbability();
        }
    }
}
