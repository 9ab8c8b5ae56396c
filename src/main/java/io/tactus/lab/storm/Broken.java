package io.tactus.lab.storm;

/** A promise of the engine is broken. An error, so that no part of the engine takes it for a batch that went wrong. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    Broken(String promise) {
        super(promise);
    }

    Broken(String promise, Throwable cause) {
        super(promise, cause);
    }
}
