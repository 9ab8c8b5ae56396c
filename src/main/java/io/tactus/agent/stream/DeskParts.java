package io.tactus.agent.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.agent.callback.Callbacks;
import io.tactus.agent.message.DeskMessages;
import io.tactus.agent.stream.DeskReader.Present;
import io.tactus.agent.stream.DeskView.Customer;
import io.tactus.floor.model.Agent;
import io.tactus.platform.EngineClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Reads the parts of one agent's desk. The customer is read once for each call, and again when the store has news. */
final class DeskParts {
    /** The user has no desk. */
    static final class NoDesk extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Where the parts come from. */
    record Sources(
            DeskReader floor,
            DeskRows rows,
            DeskFigures figures,
            Callbacks callbacks,
            DeskMessages messages,
            EngineClock clock) {}

    private static final DeskRows.Name NOBODY = new DeskRows.Name("", "");

    private final Sources sources;
    private final long agentId;
    private final ZoneId zone;
    private Optional<Customer> customer = Optional.empty();
    private DeskRows.Person person;
    private long campaignOfCall;
    private Optional<DeskView.MyCampaign> guest = Optional.empty();

    /** @param zone where the agent's day begins at midnight */
    DeskParts(Sources sources, long agentId, ZoneId zone) {
        this.sources = sources;
        this.agentId = agentId;
        this.zone = zone;
        this.person = new DeskRows.Person(agentId, "", "own", "", false);
    }

    /** What the floor knows, and the customer of a call that is new. */
    Map<String, Object> fromFloor() throws InterruptedException, ExecutionException, TimeoutException {
        Present present = sources.floor().read(person);
        long own = present.call().map(DeskView.Call::callId).orElse(0L);
        // Who is asked about a customer sees who that is.
        long callId =
                own != 0 ? own : present.beside().map(DeskReader.Beside::callId).orElse(0L);
        if (customer.map(Customer::callId).orElse(0L) != callId) {
            customer = callId == 0 ? Optional.empty() : sources.rows().customer(callId);
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("me", present.me());
        parts.put("call", present.call());
        parts.put("customer", customer);
        parts.put("monitored", present.heard().map(this::monitored));
        parts.put("colleague", present.beside().map(this::colleague));
        parts.put("parked", present.parked().stream().map(this::parked).toList());
        parts.put("callCampaign", guestCampaign(present.call()));
        return parts;
    }

    private DeskView.Parked parked(DeskReader.ParkedCall call) {
        DeskRows.Name who = sources.rows().who(call.callId()).orElse(NOBODY);
        return new DeskView.Parked(call.callId(), who.name(), who.number(), call.since(), name(call.byAgentId()));
    }

    /** The campaign of a call that came by transfer, when the agent does not serve it. */
    private Optional<DeskView.MyCampaign> guestCampaign(Optional<DeskView.Call> call) {
        long id = call.map(DeskView.Call::campaignId).orElse(0L);
        if (id != campaignOfCall) {
            campaignOfCall = id;
            guest = id == 0 ? Optional.empty() : sources.rows().notServed(agentId, id);
        }
        return guest;
    }

    private DeskView.Monitored monitored(DeskReader.Heard heard) {
        return new DeskView.Monitored(
                heard.agentId(), name(heard.agentId()), heard.how().name());
    }

    private DeskView.Colleague colleague(DeskReader.Beside beside) {
        boolean outside = Agent.isGuest(beside.agentId());
        return new DeskView.Colleague(
                outside ? 0 : beside.agentId(),
                outside ? sources.floor().numberOfGuest(agentId) : name(beside.agentId()),
                beside.mine(),
                beside.stage());
    }

    private String name(long agentId) {
        return sources.rows().find(agentId).map(DeskRows.Person::name).orElse("");
    }

    /** Everything, read anew. */
    Map<String, Object> all() throws NoDesk, InterruptedException, ExecutionException, TimeoutException {
        person = sources.rows().find(agentId).orElseThrow(NoDesk::new);
        customer = Optional.empty();
        campaignOfCall = 0;
        Map<String, Object> parts = fromFloor();
        Instant midnight = sources.clock()
                .instant()
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
        parts.put("campaigns", sources.rows().campaigns(agentId));
        parts.put("pauses", sources.rows().pauses());
        parts.put("messages", sources.messages().unread(agentId));
        parts.put("callbacks", sources.callbacks().own(agentId));
        parts.put("figures", sources.figures().since(agentId, midnight));
        return parts;
    }

    /** The part as JSON; through text, because parts hold documents that are passed on as they are. */
    static JsonNode tree(ObjectMapper json, Object part) {
        try {
            return json.readTree(json.writeValueAsString(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of the desk cannot be written as JSON", e);
        }
    }
}
