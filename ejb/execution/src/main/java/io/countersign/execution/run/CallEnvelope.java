package io.countersign.execution.run;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.Outline;
import io.countersign.workflows.EffectPreview;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that people were shown before a run, as its workflow's field {@code envelope} has them hold: {@code enforce} refuses
 * every other call, {@code record} lets it pass and says so in the run's log. What the code leaves open until it runs is shown
 * as a mark, and stands for anything.
 */
public final class CallEnvelope {

    /** For endpoints, whose one call is what was agreed to. */
    public static final CallEnvelope NONE = new CallEnvelope(false, null, Set.of());

    private static final String ENFORCE = "enforce";
    private static final Pattern REQUEST = Pattern.compile("(\\S+) (\\S.*) \\(line \\d+\\)");
    private static final Pattern OPERATION = Pattern.compile("calls (\\S+) \\(line \\d+\\)");
    private static final Pattern METHOD = Pattern.compile("[A-Z]+|" + Pattern.quote(Outline.VARIABLE));

    private final boolean enforced;
    private final @Nullable List<Shown> requests;
    private final Set<String> operations;

    private CallEnvelope(boolean enforced, @Nullable List<Shown> requests, Set<String> operations) {
        this.enforced = enforced;
        this.requests = requests;
        this.operations = operations;
    }

    /** One request of the outline. */
    private record Shown(Pattern method, Pattern url, boolean withQuery) {
        boolean covers(String calledMethod, String calledUrl) {
            int query = calledUrl.indexOf('?');
            String compared = withQuery || query < 0 ? calledUrl : calledUrl.substring(0, query);
            return method.matcher(calledMethod).matches()
                    && url.matcher(compared).matches();
        }
    }

    public static CallEnvelope of(WorkflowSnapshot published) {
        Workflow workflow = published.workflow();
        return workflow.endpoint() != null
                ? NONE
                : of(workflow.envelope(), EffectPreview.read(published.effect()).outline());
    }

    /** @param outline one line for each call, as {@link Outline#lines} has them */
    static CallEnvelope of(String envelope, List<String> outline) {
        List<Shown> requests = outline.stream()
                .map(CallEnvelope::request)
                .filter(Objects::nonNull)
                .toList();
        Set<String> operations = outline.stream()
                .map(OPERATION::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        return new CallEnvelope(envelope.equals(ENFORCE), requests, operations);
    }

    private static @Nullable Shown request(String line) {
        Matcher request = REQUEST.matcher(line);
        if (!request.matches() || !METHOD.matcher(request.group(1)).matches()) {
            return null;
        }
        String url = request.group(2);
        return new Shown(withAnything(request.group(1)), withAnything(url), url.contains("?"));
    }

    private static Pattern withAnything(String shown) {
        // quoted part by part: a text of the script's own may hold the very signs that end a quotation
        return Pattern.compile(
                Stream.of(shown.split(Pattern.quote(Outline.VARIABLE), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Refuses a request that nobody was shown, where the workflow says so. */
    void check(HttpCall call) throws HttpFailure {
        if (enforced && !shows(call.method(), call.url())) {
            throw refused("this request");
        }
    }

    /** Refuses an operation of an integration that nobody was shown, where the workflow says so. */
    void check(String integration, String operation) throws HttpFailure {
        if (enforced && !showsOperation(integration, operation)) {
            throw refused(integration + "." + operation);
        }
    }

    private static HttpFailure refused(String what) {
        return new HttpFailure(
                HttpFailure.Kind.REFUSED,
                "request refused: " + what
                        + " is not among the calls that were shown before the run, and the workflow's"
                        + " envelope is enforce");
    }

    /** Whether people were shown a request like this one; its URL may be masked. */
    boolean shows(String method, String url) {
        return requests == null || requests.stream().anyMatch(shown -> shown.covers(method, url));
    }

    /** Whether people were shown this operation of an integration. */
    boolean showsOperation(String integration, String operation) {
        return requests == null || operations.contains(integration + "." + operation);
    }
}
