package io.tactus.dialing.store;

/** A write of an engine that no longer owns the floor: nothing was written, and trying again is of no use. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The lease that is lost. */
    public LeaseLostException(Lease lease) {
        super("floor %s is no longer owned by %s with epoch %d: nothing was written"
                .formatted(lease.floor(), lease.owner(), lease.epoch()));
    }
}
