package io.tactus.dialing;

import io.tactus.floor.input.Input;
import java.util.concurrent.CompletableFuture;

/** What the features of the engine ask of the floor: the port of {@code dialing} towards REST and the schedules. */
public interface FloorCommands {
    /** Applies a command of a person and tells what became of it. */
    CompletableFuture<CommandResult> command(Input input);

    /** The agent sits down: picks a telephony node, opens the session and sets up the leg. Refused when no node is configured. */
    CompletableFuture<CommandResult> logIn(long agentId);

    /** The agent dials this lead by hand. Refused when the lead is on its way already or belongs to another campaign. */
    CompletableFuture<CommandResult> dialByHand(long agentId, long campaignId, long leadId);

    /** The agent gives the present customer to this E.164 number. Refused when there is no customer, or no free line. */
    CompletableFuture<CommandResult> transferOutside(long agentId, String number);

    /** The agent calls this E.164 number to speak about the present customer. Refused when there is no customer, or no free line. */
    CompletableFuture<CommandResult> callOutside(long agentId, String number);

    /** The number of whom this agent has called outside; empty for nobody. */
    String numberOfGuest(long agentId);

    /** The agent plays keys to the present customer; they reach neither the floor nor its journal. Refused without a customer on the line. */
    CompletableFuture<CommandResult> sendDigits(long agentId, String digits);

    /** Starts the campaign. Refused when its settings are not complete. */
    CompletableFuture<CommandResult> startCampaign(long campaignId);

    /** The settings, the caller id or the prompts of the campaign changed: read them again, live. Call after the commit. */
    void campaignChanged(long campaignId);

    /** The agents' campaigns changed: read them again, live. Call after the commit. */
    void assignmentsChanged();

    /** The reservation of this lead was taken back, since it was changed or removed: the floor forgets it. Call after the commit. */
    void leadWithdrawn(long campaignId, long callId);

    /** Numbers were put on a do-not-call list: reserved leads with them are withdrawn. Call after the commit. */
    void doNotCallChanged();
}
