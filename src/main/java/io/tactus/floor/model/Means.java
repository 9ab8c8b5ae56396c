package io.tactus.floor.model;

/**
 * What predictive pacing may do besides launching calls; each is the campaign's own choice.
 *
 * @param releaseRungMillis ringing calls are given up after this long when nobody can take them; 15,000 or more, 0 for never
 * @param choosesLeads whether the hopper gives the likeliest lead to a free agent at whom no call is aimed, and the least likely
 *     one to all others; else leads come in the order in which they were reserved
 * @param rescueAfterMillis a person whom nobody could take goes to an agent who has wrapped up for so long; 5,000 or more, 0 for never
 */
public record Means(int releaseRungMillis, boolean choosesLeads, int rescueAfterMillis) {
    /** Launching calls, nothing else. */
    public static final Means NONE = new Means(0, false, 0);

    /** Refuses values outside the documented ranges. */
    public Means {
        CampaignSettings.require(
                releaseRungMillis == 0 || releaseRungMillis >= 15_000,
                "releaseRungMillis",
                releaseRungMillis,
                "0, or 15000 or more");
        CampaignSettings.require(
                rescueAfterMillis == 0 || rescueAfterMillis >= 5_000,
                "rescueAfterMillis",
                rescueAfterMillis,
                "0, or 5000 or more");
    }
}
