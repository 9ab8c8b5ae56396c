package io.tactus.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Days and hours in which a campaign runs by itself. */
@Entity
@Table(name = "campaign_schedule")
public class Schedule extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "campaign_id")
    public long campaignId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] days = {};

    @Column(name = "starts_at")
    public LocalTime startsAt = LocalTime.MIDNIGHT;

    @Column(name = "stops_at")
    public LocalTime stopsAt = LocalTime.MIDNIGHT;

    public String zone = "";

    @Column(name = "first_date")
    public @Nullable LocalDate firstDate;

    @Column(name = "last_date")
    public @Nullable LocalDate lastDate;

    static Schedule of(long campaignId, RunTime time) {
        Schedule schedule = new Schedule();
        schedule.campaignId = campaignId;
        schedule.days = time.days().toArray(String[]::new);
        schedule.startsAt = time.startsAt();
        schedule.stopsAt = time.stopsAt();
        schedule.zone = time.zone();
        schedule.firstDate = time.firstDate();
        schedule.lastDate = time.lastDate();
        return schedule;
    }

    RunTime time() {
        return new RunTime(List.of(days), startsAt, stopsAt, zone, firstDate, lastDate);
    }
}
