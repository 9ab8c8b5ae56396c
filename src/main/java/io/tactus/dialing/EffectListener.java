package io.tactus.dialing;

import io.tactus.floor.effect.Effect;

/** Sees every effect on the floor's own thread, in order; must return at once and never throw. */
@FunctionalInterface
public interface EffectListener {
    /** One effect. */
    void on(Effect effect);
}
