/**
 * Telephony by Asterisk over AMI: the only package that imports {@code org.asteriskjava}, and it uses the raw manager connection
 * alone. Two connections per node; one thread of ours per node works off events and commands in order.
 *
 * <pre>
 * Telephony (port) ──commands──┐
 *                              ▼
 * AmiConnection "events"  ─> NodeLink (one thread) ─> Translator (memory of the channels) ─> InputSink
 * AmiConnection "actions" ─>   │  └ PendingActions, DeadlineWheel: nothing waits for ever
 *        ▲                     │  └ ChannelReading: CoreShowChannels into a Snapshot
 *        └──────actions────────┘
 * </pre>
 */
@NullMarked
package io.tactus.telephony.asterisk;

import org.jspecify.annotations.NullMarked;
