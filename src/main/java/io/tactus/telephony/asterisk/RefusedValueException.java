package io.tactus.telephony.asterisk;

/** A value that must not go to Asterisk; the call that needs it cannot be made. */
final class RefusedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedValueException(String message) {
        super(message);
    }
}
