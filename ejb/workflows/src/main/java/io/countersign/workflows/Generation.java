package io.countersign.workflows;

import io.countersign.approvals.ApprovalFields;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts written by a language model on request. Nothing is saved: the author reads the code and saves it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Generation {
    private static final int REPAIRS = 2;
    private static final Pattern SECRET = Pattern.compile("secrets\\(\\)\\s*\\.\\s*(?:get|require)\\(\\s*\"(\\w+)\"");

    private final CodeCheck check;
    private final Audit audit;
    private final AuthoringSettings settings;

    @Inject
    public Generation(CodeCheck check, Audit audit, AuthoringSettings settings) {
        this.check = check;
        this.audit = audit;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Generation() {
        this(null, null, null);
    }

    /**
     * Has a script written that passes the save-time check, with up to two repairs.
     *
     * @param fields {@code description}, what the workflow is to do; {@code kind}, which is {@code script} if given; {@code
     *     indicator_types}, what it acts on, absent or empty for any
     * @throws Refusal VALIDATION_ERROR, NOT_CONFIGURED without a key, UPSTREAM_FAILED when the model does not answer,
     *     WORKFLOW_GENERATION_FAILED with the findings when its code still does not pass
     */
    public GeneratedScript generate(Map<String, ?> fields, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_WRITE);
        JsonFields given = new JsonFields(fields);
        String description = given.need("description", ApprovalFields.REASON, "");
        given.read("kind", FieldType.oneOf(List.of(WorkflowKind.SCRIPT.wire())));
        List<String> indicatorTypes = given.read("indicator_types", DefinitionSchema.INDICATOR_TYPES, List.of());
        given.refuse();
        LanguageModel model = LanguageModel.of(settings);
        List<LanguageModel.Turn> talk = new ArrayList<>();
        talk.add(new LanguageModel.Turn("user", request(description, indicatorTypes)));
        CodeCheckReport last = new CodeCheckReport(false, List.of());
        for (int round = 0; round <= REPAIRS; round++) {
            String answer = model.answer(guide(), talk);
            Optional<Draft> draft = Draft.in(answer);
            if (draft.isPresent()) {
                last = check.check(draft.get().code());
                if (last.valid()) {
                    return accepted(draft.get(), round, by);
                }
            }
            talk.add(new LanguageModel.Turn("assistant", answer));
            talk.add(new LanguageModel.Turn("user", complaint(draft.isPresent(), last)));
        }
        throw new Refusal(
                ErrorCode.WORKFLOW_GENERATION_FAILED,
                "The generated code does not pass the check, after " + REPAIRS + " repairs",
                Map.of("errors", CodeCheck.wire(last)));
    }

    private GeneratedScript accepted(Draft draft, int repairs, Actor by) {
        audit.recordAlone(new AuditEntry(
                by.userName(),
                "workflow.generated",
                "workflow",
                null,
                Map.of("sha256", CanonicalJson.sha256OfText(draft.code()), "repairs", repairs, "by", by.label()),
                by.organization()));
        return new GeneratedScript(draft.code(), draft.name(), draft.documentation(), warnings(draft, repairs));
    }

    private static List<String> warnings(Draft draft, int repairs) {
        List<String> warnings = new ArrayList<>();
        warnings.add("A model wrote this code; read it and test it with mocks before you activate it");
        if (repairs > 0) {
            warnings.add("The first answer did not pass the check; it was repaired " + repairs
                    + (repairs == 1 ? " time" : " times"));
        }
        Matcher secret = SECRET.matcher(draft.code());
        while (secret.find()) {
            String warning = "Uses the secret " + secret.group(1) + ": grant it in allowed_secrets and set SECRET_"
                    + secret.group(1);
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        }
        return warnings;
    }

    private static String request(String description, List<String> indicatorTypes) {
        String types = indicatorTypes.isEmpty() ? "any type" : "the types " + String.join(", ", indicatorTypes);
        return "Write a workflow that acts on an indicator of " + types + ". What it has to do:\n\n" + description;
    }

    private static String complaint(boolean hasCode, CodeCheckReport report) {
        if (!hasCode) {
            return "There is no Java code in your answer. Answer with the whole class in one fenced java block.";
        }
        StringBuilder text = new StringBuilder("The server's check refuses this code:\n");
        report.errors().forEach(e -> text.append("line ")
                .append(e.line())
                .append(": ")
                .append(e.message())
                .append('\n'));
        return text.append("Answer with the whole corrected class in one fenced java block.")
                .toString();
    }

    private static String guide() {
        try (InputStream in = Generation.class.getResourceAsStream("generation-guide.txt")) {
            if (in == null) {
                throw new IllegalStateException("generation-guide.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
