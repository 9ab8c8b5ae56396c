package io.tactus.ivr.run;

import java.time.Duration;
import java.util.List;

/** What a walk asks of the world. */
public sealed interface Effect {
    /** Id of the node that asks. */
    String node();

    /** Play these one after the other; answered by {@link Input.PlayEnded}. */
    record Play(String node, int ticket, List<Utterance> says) implements Effect {
        /** Copies the list. */
        public Play {
            says = List.copyOf(says);
        }
    }

    /** Stop what is being played; not answered. @param ticket of what is played */
    record StopPlaying(String node, int ticket) implements Effect {}

    /** Answer with {@link Input.TimeUp} after this time. A walk has one timer: a new one takes the place of the one before. */
    record StartTimer(String node, int ticket, Duration after) implements Effect {}

    /** Get this address; answered by {@link Input.LookedUp} or {@link Input.Refused}. */
    record LookUp(String node, int ticket, String url, Duration timeout) implements Effect {}

    /** Let the caller wait for an agent; answered by {@link Input.Fulfilled} and then {@link Input.TalkEnded}, or by {@link Input.Refused}. */
    record Enqueue(String node, int ticket, String queue, List<String> skills, int priority) implements Effect {
        /** Copies the list. */
        public Enqueue {
            skills = List.copyOf(skills);
        }
    }

    /** Give the call to this number; answered by {@link Input.Fulfilled}, which ends the walk, or {@link Input.Refused}. */
    record Transfer(String node, int ticket, String number, Duration ring) implements Effect {}

    /** Promise to call this number; answered by {@link Input.Fulfilled} or {@link Input.Refused}. */
    record PromiseCallback(String node, int ticket, String queue, String number) implements Effect {}

    /** Record a message; answered by {@link Input.Fulfilled} or {@link Input.Refused}. Most callers end it by hanging up: it is kept all the same. */
    record TakeVoicemail(String node, int ticket, String box, Duration most) implements Effect {}

    /** What has this ticket is wanted no more: leave the queue, give up the transfer, end the message. Not answered, and from now on nothing of it may be done. */
    record Withdraw(String node, int ticket) implements Effect {}

    /** Keep the answer to a survey's question; not answered. */
    record KeepAnswer(String node, String question, int answer) implements Effect {}

    /** End the call; not answered. */
    record HangUp(String node) implements Effect {}
}
