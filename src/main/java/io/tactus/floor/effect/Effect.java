package io.tactus.floor.effect;

/** Anything that a floor asks of the world. */
public sealed interface Effect permits TelephonyEffect, StoreEffect, NewsEffect {}
