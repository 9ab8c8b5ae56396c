package io.tactus.ivr;

import com.fasterxml.jackson.databind.JsonNode;
import io.tactus.ivr.flow.Finding;
import io.tactus.ivr.flow.Flow;
import io.tactus.ivr.flow.FlowValidator;
import io.tactus.ivr.json.FlowReader;
import io.tactus.ivr.json.FlowWriter;
import io.tactus.ivr.json.InvalidFlow;
import io.tactus.ivr.rehearsal.Plan;
import io.tactus.ivr.rehearsal.Rehearsal;
import io.tactus.ivr.rehearsal.Rehearsed;
import io.tactus.problem.Problem.FieldError;
import io.tactus.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IVR flows: drafts that may be anything that can be read, and published versions without findings, which never change. */
@ApplicationScoped
public class IvrFlows {
    private final IvrFlowStore store;
    private final House house;

    IvrFlows(IvrFlowStore store, House house) {
        this.store = store;
        this.house = house;
    }

    /** All by name. */
    @Transactional
    public List<IvrFlowView.Short> list() {
        return store.list();
    }

    /** One with its draft. */
    @Transactional
    public IvrFlowView get(long id) {
        return store.get(id);
    }

    /** Creates one with a draft. @throws ProblemException with 400 and every place where the draft cannot be read */
    @Transactional
    public IvrFlowView create(IvrFlowForm form, String by) {
        JsonNode draft = FlowWriter.write(read(form.flow(), "flow"));
        long id = store.insert(form.name().strip(), draft, by).orElseThrow(IvrFlows::nameIsTaken);
        return store.get(id);
    }

    /** Changes name and draft. @throws ProblemException with 409 when somebody else did meanwhile */
    @Transactional
    public IvrFlowView update(long id, IvrFlowForm form, String by) {
        if (form.version() == null) {
            throw ProblemException.invalid("version", "must be the version that you read");
        }
        IvrFlowView now = store.locked(id);
        requireVersion(now, form.version());
        JsonNode draft = FlowWriter.write(read(form.flow(), "flow"));
        if (store.hasOther(form.name().strip(), id)) {
            throw nameIsTaken();
        }
        store.update(id, form.name().strip(), draft, by);
        return store.get(id);
    }

    private static ProblemException nameIsTaken() {
        return ProblemException.invalid("name", "is the name of another IVR flow");
    }

    private static void requireVersion(IvrFlowView now, int version) {
        if (version != now.version()) {
            throw ProblemException.conflict("The draft was changed meanwhile: you have version %d, there is %d."
                    .formatted(version, now.version()));
        }
    }

    /** Removes a flow that was never published. */
    @Transactional
    public void delete(long id) {
        if (store.locked(id).published() != null) {
            throw ProblemException.conflict("The flow was published; its versions are kept.");
        }
        store.delete(id);
    }

    /** What is wrong with the draft. */
    @Transactional
    public List<Finding> validate(long id) {
        return FlowValidator.check(FlowReader.stored(store.get(id).flow()), house.now());
    }

    /** What is wrong with a flow that is not kept. @throws ProblemException with 400 and every place where it cannot be read */
    @Transactional
    public List<Finding> check(JsonNode flow) {
        return FlowValidator.check(read(flow, "flow"), house.now());
    }

    /** Puts the draft in force as the next version. @param version of the draft that was read @throws ProblemException with 400 and every finding, each named by {@code nodes} and its node */
    @Transactional
    public IvrFlowView publish(long id, int version, String by) {
        IvrFlowView now = store.locked(id);
        requireVersion(now, version);
        Flow flow = FlowReader.stored(now.flow());
        List<Finding> findings = FlowValidator.check(flow, house.held());
        if (!findings.isEmpty()) {
            throw ProblemException.invalid(findings.stream()
                    .map(finding -> new FieldError(place(finding), finding.sentence()))
                    .toList());
        }
        store.publish(now, flow.prompts(), by);
        return store.get(id);
    }

    private static String place(Finding finding) {
        return finding.node().isEmpty() ? "flow" : "nodes." + finding.node();
    }

    /** The published versions, the last first. */
    @Transactional
    public List<IvrFlowView.Version> versions(long id) {
        store.get(id);
        return store.versions(id);
    }

    /** One published version. */
    @Transactional
    public IvrFlowView.Published version(long id, int number) {
        store.get(id);
        return store.version(id, number);
    }

    /** Tries the draft out, whatever its findings. Nothing is kept of it. @param instead what is tried out in place of the draft, if anything */
    @Transactional
    public Rehearsed tryOut(long id, @Nullable JsonNode instead, Plan plan) {
        JsonNode draft = store.get(id).flow();
        Flow flow = instead == null ? FlowReader.stored(draft) : read(instead, "flow");
        return Rehearsal.run(flow, plan, house.lengths());
    }

    private static Flow read(JsonNode json, String place) {
        try {
            return FlowReader.read(json, place);
        } catch (InvalidFlow e) {
            throw ProblemException.invalid(e.mistakes().stream()
                    .map(mistake -> new FieldError(mistake.place(), mistake.message()))
                    .toList());
        }
    }
}
