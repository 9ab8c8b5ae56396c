package io.tactus.telephony;

/**
 * A customer to be dialled.
 *
 * @param number E.164 with plus sign
 * @param callerId number to show, E.164 with plus sign; empty for the trunk's default
 * @param amdParameters arguments of Asterisk's AMD; {@link #NO_DETECTION} for no machine detection
 */
public record OriginateRequest(
        long callId,
        String node,
        String trunk,
        String number,
        String callerId,
        int ringTimeoutMillis,
        String amdParameters) {
    /** No machine detection. */
    public static final String NO_DETECTION = "-";
}
