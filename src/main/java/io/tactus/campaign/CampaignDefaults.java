package io.tactus.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** What a campaign has where its manager says nothing: the figures of the US rules, and no machine detection. */
@ApplicationScoped
public class CampaignDefaults {
    private final ObjectMapper json;

    CampaignDefaults(ObjectMapper json) {
        this.json = json;
    }

    /** A progressive campaign with all defaults. */
    public static CampaignForm form(String name) {
        return new CampaignForm(
                null,
                name,
                "progressive",
                1,
                1.5,
                0.03,
                "thirty_days",
                25_000,
                2_000,
                false,
                "",
                "hang_up",
                "message",
                30_000,
                30_000,
                false,
                0,
                false,
                0,
                500,
                null,
                "",
                "tactus/safe-harbour-default",
                "tactus/voicemail-greeting-default",
                "tactus/voicemail-drop-default",
                "none",
                0,
                0,
                false,
                0,
                0,
                false,
                "US",
                List.of("MON", "TUE", "WED", "THU", "FRI"),
                LocalTime.of(8, 0),
                LocalTime.of(21, 0),
                3,
                10,
                Map.of("BUSY", 15, "NO_ANSWER", 120, "MACHINE", 240, "CONGESTION", 5, "FAILED", 5, "INTERRUPTED", 30));
    }

    /** All defaults, with an empty name. */
    ObjectNode all() {
        return json.valueToTree(form(""));
    }

    /** The request's fields over the defaults; a field that is there but unknown or of the wrong type is refused by name. */
    CampaignForm fill(JsonNode request) throws JsonProcessingException {
        if (!(request instanceof ObjectNode given)) {
            return json.treeToValue(request, CampaignForm.class);
        }
        ObjectNode all = all();
        given.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        return json.treeToValue(all, CampaignForm.class);
    }
}
