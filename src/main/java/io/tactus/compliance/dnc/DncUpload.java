package io.tactus.compliance.dnc;

import io.tactus.access.Audit;
import io.tactus.campaign.AfterCommit;
import io.tactus.campaign.Campaigns;
import io.tactus.dialing.FloorCommands;
import io.tactus.lead.PhoneNumbers;
import io.tactus.lead.PhoneNumbers.NotANumber;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the numbers of a file on the do-not-call list: one in each line, as the first cell where the line has several. All good ones are on
 * the list with the commit of one transaction; the others are told with their lines.
 */
@ApplicationScoped
public class DncUpload {
    /**
     * What came of a file.
     *
     * @param added numbers that are new on the list
     * @param present good numbers that stood there before, or twice in the file
     * @param refused lines without a number; the first {@value #MOST_TOLD} are told
     */
    public record Result(long added, long present, long refused, List<Refused> lines) {}

    /** A line without a number. */
    public record Refused(long line, String reason) {}

    static final int MOST_TOLD = 1_000;
    /** Longest file, in lines. */
    static final int MOST_LINES = 2_000_000;

    private static final int LONGEST_LINE = 10_000;
    private static final int BATCH = 5_000;
    private static final String INSERT = """
            insert into dnc_entry (number, campaign_id, reason, added_by)
            select n, ?2, ?3, ?4 from unnest(?1) n on conflict do nothing
            """;

    private final Campaigns campaigns;
    private final FloorCommands floor;
    private final AfterCommit afterCommit;
    private final EntityManager entities;
    private final Audit audit;

    DncUpload(Campaigns campaigns, FloorCommands floor, AfterCommit afterCommit, EntityManager entities, Audit audit) {
        this.campaigns = campaigns;
        this.floor = floor;
        this.afterCommit = afterCommit;
        this.entities = entities;
        this.audit = audit;
    }

    /** Reads the file and adds its numbers, for the campaign or for the whole system. */
    @Transactional
    public Result add(Path file, @Nullable Long campaignId, String region, String reason, String by)
            throws IOException {
        String reads = campaignId == null ? region : campaigns.get(campaignId).defaultRegion;
        List<Refused> told = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        long good = 0;
        long added = 0;
        long refused = 0;
        long line = 0;
        // Latin-1 reads every byte; numbers are ASCII in any charset that matters.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String text = read(reader); text != null; text = read(reader)) {
                if (++line > MOST_LINES) {
                    throw ProblemException.invalid("file", "has more than " + MOST_LINES + " lines");
                }
                String cell = firstCell(text);
                if (cell.isEmpty()) {
                    continue;
                }
                try {
                    batch.add(PhoneNumbers.normalise(cell, reads));
                    good++;
                } catch (NotANumber e) {
                    refused++;
                    if (told.size() < MOST_TOLD) {
                        told.add(new Refused(line, String.valueOf(e.getMessage())));
                    }
                }
                if (batch.size() == BATCH) {
                    added += insert(batch, campaignId, reason, by);
                    batch.clear();
                }
            }
        }
        added += insert(batch, campaignId, reason, by);
        if (added > 0) {
            String scope = campaignId == null ? "system" : "campaign " + campaignId;
            audit.deed(campaignId == null ? 0 : campaignId, scope + ", " + added + " numbers of a file: " + reason);
            afterCommit.run(floor::doNotCallChanged);
        }
        return new Result(added, good - added, refused, told);
    }

    private static @Nullable String read(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.length() >= LONGEST_LINE) {
                throw ProblemException.invalid("file", "has a line of more than " + LONGEST_LINE + " characters");
            }
            line.append((char) read);
            read = reader.read();
        }
        return line.toString();
    }

    private static String firstCell(String line) {
        String cell = line.split("[,;\t|]", 2)[0].strip();
        return cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1
                ? cell.substring(1, cell.length() - 1).strip()
                : cell;
    }

    private long insert(List<String> numbers, @Nullable Long campaignId, String reason, String by) {
        if (numbers.isEmpty()) {
            return 0;
        }
        return entities.createNativeQuery(INSERT)
                .setParameter(1, numbers.toArray(String[]::new))
                .setParameter(2, campaignId)
                .setParameter(3, reason)
                .setParameter(4, by)
                .executeUpdate();
    }
}
