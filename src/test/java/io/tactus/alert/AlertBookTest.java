package io.tactus.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.access.Roles;
import io.tactus.alert.AlertBook.Changes;
import io.tactus.alert.AlertBook.Open;
import io.tactus.alert.AlertSettings.Setting;
import io.tactus.wallboard.Board;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final AlertSettings USUAL = AlertSettings.of(Map.of());

    private final AlertBook book = new AlertBook();

    private Changes see(AlertSettings settings, Measured... measured) {
        return book.see(List.of(measured), settings, NOW);
    }

    private static Measured pause(double seconds) {
        return new Measured(AlertKind.PAUSE_LONG, 7, "", seconds);
    }

    @Test
    void whatLastsTwoLooksIsAnAlertAndItsEndClosesIt() {
        assertThat(see(USUAL, pause(901)).none()).isTrue();
        Changes second = see(USUAL, pause(902));
        assertThat(second.opened()).extracting(alert -> alert.key().role()).containsExactly(Roles.SUPERVISOR);
        assertThat(see(USUAL, pause(903)).none()).isTrue();
        assertThat(book.open()).extracting(Open::value).containsExactly(902.0);
        assertThat(see(USUAL).closed()).isEqualTo(second.opened());
        assertThat(book.open()).isEmpty();
    }

    @Test
    void whatWasGoneBetweenIsNoAlert() {
        see(USUAL, pause(901));
        see(USUAL);
        assertThat(see(USUAL, pause(901)).none()).isTrue();
    }

    @Test
    void eachRoleHasItsOwnThreshold() {
        AlertSettings settings = AlertSettings.of(Map.of(
                Roles.SUPERVISOR, Map.of(AlertKind.PAUSE_LONG, new Setting(false, 60)),
                Roles.MANAGER, Map.of(AlertKind.PAUSE_LONG, new Setting(true, 60))));
        see(settings, pause(61));
        assertThat(see(settings, pause(62)).opened())
                .extracting(alert -> alert.key().role())
                .containsExactly(Roles.MANAGER);
        // A threshold that was raised closes what is below it.
        assertThat(see(USUAL, pause(63)).closed()).hasSize(1);
    }

    @Test
    void aHopperIsLowBelowItsThresholdAndACapIsNearAboveIt() {
        assertThat(AlertKind.HOPPER_LOW.beyond(5, 5)).isTrue();
        assertThat(AlertKind.HOPPER_LOW.beyond(6, 5)).isFalse();
        assertThat(AlertKind.CAP_NEAR.beyond(0.9, 0.9)).isTrue();
        assertThat(AlertKind.CAP_NEAR.beyond(0.89, 0.9)).isFalse();
    }

    @Test
    void thePictureOfTheFloorIsMeasured() {
        long now = 1_000_000;
        Board board = new Board(
                false,
                1,
                now,
                "the database does not answer",
                List.of(new Board.NodeRow("n1", true, ""), new Board.NodeRow("n2", false, "refused")),
                List.of(new Board.TrunkRow("n1", "t1", 10, 0, true), new Board.TrunkRow("n1", "t2", 10, 3, false)),
                List.of(
                        campaign(3, "POWER", "RUNNING", 2, 100, 2),
                        campaign(4, "POWER", "PAUSED", 0, 29, 29),
                        campaign(5, "INBOUND", "RUNNING", 0, 100, 90)),
                List.of(
                        agent(1, "PAUSED", now - 60_000),
                        agent(2, "TALKING", now - 5_000),
                        agent(3, "READY", now - 900_000),
                        agent(4, "LEG_CONNECTING", now - 30_000),
                        new Board.AgentRow(
                                5, "A5", "PAUSED", "PHONE_NOT_ANSWERED", now - 3_000, 0, 0, List.of(), 0, "")),
                List.of());
        assertThat(Measurement.of(board))
                .containsExactlyInAnyOrder(
                        new Measured(AlertKind.PAUSE_LONG, 1, "", 60),
                        new Measured(AlertKind.TALK_LONG, 2, "", 5),
                        new Measured(AlertKind.LEG_LOST, 4, "", 30),
                        new Measured(AlertKind.PAUSE_LONG, 5, "", 3),
                        new Measured(AlertKind.NOT_ANSWERED, 5, "", 3),
                        new Measured(AlertKind.CAP_NEAR, 3, "C3", 0.02 / 0.03),
                        new Measured(AlertKind.HOPPER_LOW, 3, "C3", 2),
                        new Measured(AlertKind.TRUNK_FAILING, 0, "n1/t1", 1),
                        new Measured(AlertKind.NODE_DOWN, 0, "n2", 1),
                        new Measured(AlertKind.DIALLING_BLOCKED, 0, "", 1));
    }

    private static Board.AgentRow agent(long id, String state, long since) {
        return new Board.AgentRow(id, "A" + id, state, "", since, 0, 0, List.of(), 0, "");
    }

    private static Board.CampaignRow campaign(
            long id, String mode, String state, int hopper, long answers, long abandoned) {
        return new Board.CampaignRow(
                id, "C" + id, mode, state, hopper, 0, 0, 0, 0, answers, abandoned, 0.03, "", List.of(), null, Map.of(),
                -1);
    }
}
