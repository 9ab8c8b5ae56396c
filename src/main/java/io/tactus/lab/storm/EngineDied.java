package io.tactus.lab.storm;

/** The engine's process dies here and now. An error, so that no part of the engine survives it. */
final class EngineDied extends Error {
    private static final long serialVersionUID = 1L;

    EngineDied() {
        super("the engine died", null, false, false);
    }
}
