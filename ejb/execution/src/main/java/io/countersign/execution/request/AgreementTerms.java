package io.countersign.execution.request;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.execution.http.Egress;
import io.countersign.workflows.EffectPreview;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people agree to of a workflow besides its inputs: the code and all that a run of it may use, as it is when asked. */
@ApplicationScoped
class AgreementTerms {
    private final Egress egress;
    private final SecretBindings bindings;

    @Inject
    AgreementTerms(Egress egress, SecretBindings bindings) {
        this.egress = egress;
        this.bindings = bindings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected AgreementTerms() {
        this(null, null);
    }

    /** The entries of the agreement document that the workflow decides. */
    List<Entry> of(WorkflowSnapshot published) {
        Workflow workflow = published.workflow();
        List<Entry> entries = new ArrayList<>(whatRuns(workflow, EffectPreview.read(published.effect())));
        entries.add(Entry.list(Part.WITH_WHAT, "Allowed hosts", hosts(workflow)));
        entries.add(Entry.list(Part.WITH_WHAT, "Granted secrets", secrets(workflow)));
        entries.add(Entry.value(Part.WITH_WHAT, "Time limit", workflow.timeoutSeconds() + " s for all attempts"));
        entries.add(Entry.value(Part.WITH_WHAT, "Retries", workflow.retryCount()));
        entries.add(Entry.list(Part.WITH_WHAT, "Limits", limits(workflow)));
        return entries;
    }

    private static List<Entry> whatRuns(Workflow workflow, EffectPreview effect) {
        List<Entry> entries = new ArrayList<>();
        if (!workflow.documentation().isBlank()) {
            entries.add(Entry.value(Part.WHAT_RUNS, "About this workflow", workflow.documentation()));
        }
        if (!effect.outline().isEmpty()) {
            entries.add(Entry.list(Part.WHAT_RUNS, "Network calls in this code", effect.outline()));
        }
        entries.add(Entry.code(Part.WHAT_RUNS, workflow.endpoint() == null ? "Code" : "HTTP request", effect.text()));
        return entries;
    }

    private List<String> hosts(Workflow workflow) {
        return workflow.allowedHosts().isEmpty()
                ? List.of("whatever the server allows: " + egress.described())
                : workflow.allowedHosts();
    }

    private List<String> secrets(Workflow workflow) {
        TreeSet<String> names = new TreeSet<>(workflow.allowedSecrets());
        if (names.isEmpty()) {
            return List.of("none");
        }
        Map<String, SecretBinding> bound = bindings.bindings(names);
        return names.stream().map(name -> described(name, bound.get(name))).toList();
    }

    /** A secret with what its binding says: where it may go, and whether the code reads it. */
    static String described(String name, @Nullable SecretBinding binding) {
        if (binding == null) {
            return name;
        }
        String hosts = binding.hosts().isEmpty() ? "" : ": only to " + String.join(", ", binding.hosts());
        return name + hosts + (binding.handle() ? "; the code sees a token in its place" : "");
    }

    private static List<String> limits(Workflow workflow) {
        Map<String, Long> own = new TreeMap<>(workflow.limits());
        return own.isEmpty()
                ? List.of("the server's")
                : own.entrySet().stream()
                        .map(limit -> limit.getKey() + ": " + limit.getValue())
                        .toList();
    }
}
