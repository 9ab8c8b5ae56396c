package io.tactus.lab.past;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a recording line by line, in the form of {@link RecordingFile}. */
final class RecordingWriter implements Closeable {
    private final JsonGenerator json;
    private long dials;
    private long duties;

    RecordingWriter(OutputStream out, Setting setting) throws IOException {
        this.json = RecordingFile.JSON.getFactory().createGenerator(out).setRootValueSeparator(null);
        json.writeStartObject();
        json.writeStringField("format", RecordingFile.FORMAT);
        json.writeNumberField("version", RecordingFile.VERSION);
        json.writeStringField("campaign", setting.campaign());
        json.writeStringField("mode", setting.mode());
        json.writeStringField("zone", setting.zone().getId());
        json.writeStringField("begin", setting.begin().toString());
        seconds("seconds", setting.seconds());
        json.writeNumberField("cap", setting.cap());
        seconds("ringSeconds", setting.ringSeconds());
        seconds("releaseRungSeconds", setting.releaseRungSeconds());
        json.writeBooleanField("choosesLeads", setting.choosesLeads());
        seconds("rescueAfterSeconds", setting.rescueAfterSeconds());
        endLine();
    }

    void write(Dial dial) throws IOException {
        dials++;
        json.writeStartObject();
        seconds("dial", dial.at());
        json.writeStringField("ending", dial.ending().name());
        seconds("after", dial.after());
        if (dial.ending().live()) {
            seconds("waited", dial.waited());
        }
        if (dial.talkKnown()) {
            seconds("talk", dial.talk());
        }
        endLine();
    }

    void write(Duty duty) throws IOException {
        duties++;
        json.writeStartObject();
        json.writeNumberField("agent", duty.agent());
        seconds("at", duty.at());
        json.writeStringField("state", duty.state().name());
        endLine();
    }

    void write(Running running) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("campaignDials", running.dials());
        seconds("at", running.at());
        endLine();
    }

    /** Writes the foot. */
    void end() throws IOException {
        json.writeStartObject();
        json.writeBooleanField("end", true);
        json.writeNumberField("dials", dials);
        json.writeNumberField("agentStates", duties);
        endLine();
    }

    private void seconds(String name, double value) throws IOException {
        double rounded = Math.round(value * 1e3) / 1e3;
        json.writeFieldName(name);
        if (rounded == Math.rint(rounded)) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
