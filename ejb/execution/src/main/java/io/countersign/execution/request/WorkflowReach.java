package io.countersign.execution.request;

import io.countersign.approvals.Reach;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.workflows.EffectPreview;
import io.countersign.workflows.Endpoint;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a workflow may get at, as policies look at it. Where nobody can tell, it may be anything. */
final class WorkflowReach {

    private static final String ANY_HOST = "*";
    /** A line of the outline; a URL that the code puts together is shown with a mark in the place of what is not known. */
    private static final Pattern REQUEST = Pattern.compile("[^ ]+ https?://([^/?#{}@ ]+)(?:[/?#].*|) \\(line \\d+\\)");

    private static final Pattern OPERATION = Pattern.compile("calls ([a-z0-9]+)\\.(\\w+) \\(line \\d+\\)");
    private static final Pattern CONNECTS = Pattern.compile("\\bhttp\\s*\\(");

    private WorkflowReach() {}

    static Reach of(WorkflowSnapshot published) {
        Workflow workflow = published.workflow();
        return of(
                workflow.code(),
                workflow.endpoint(),
                workflow.allowedHosts(),
                workflow.allowedSecrets(),
                EffectPreview.read(published.effect()).outline());
    }

    static Reach of(
            @Nullable String code,
            @Nullable Endpoint endpoint,
            List<String> allowedHosts,
            List<String> allowedSecrets,
            List<String> outline) {
        Set<String> integrations = new TreeSet<>(KillSwitchMatcher.integrationsIn(code));
        Set<String> actions = new TreeSet<>();
        for (String line : outline) {
            Matcher operation = OPERATION.matcher(line);
            if (operation.matches()) {
                integrations.add(operation.group(1));
                actions.add(operation.group(2));
            }
        }
        Set<String> secrets = new TreeSet<>(allowedSecrets);
        if (endpoint != null) {
            secrets.addAll(endpoint.secretHeaders().values());
        }
        Set<String> hosts = endpoint == null ? hosts(code, allowedHosts, outline) : Set.of(hostOf(endpoint.url()));
        return new Reach(secrets, hosts, integrations, actions, Set.of("workflow"));
    }

    private static Set<String> hosts(@Nullable String code, List<String> allowedHosts, List<String> outline) {
        Set<String> hosts = new TreeSet<>();
        allowedHosts.forEach(entry -> hosts.add(withoutPort(entry)));
        if (!hosts.isEmpty()) {
            return hosts;
        }
        outline.stream().filter(line -> !OPERATION.matcher(line).matches()).forEach(line -> hosts.add(hostIn(line)));
        if (outline.isEmpty() && code != null && CONNECTS.matcher(code).find()) {
            hosts.add(ANY_HOST);
        }
        hosts.remove("");
        return hosts;
    }

    /** The host of a request in the outline; empty for a line that is about no request. */
    private static String hostIn(String line) {
        Matcher request = REQUEST.matcher(line);
        if (request.matches()) {
            return withoutPort(request.group(1));
        }
        return line.startsWith("reads the secret ") ? "" : ANY_HOST;
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? ANY_HOST : withoutPort(host);
        } catch (IllegalArgumentException e) {
            return ANY_HOST;
        }
    }

    private static String withoutPort(String entry) {
        String host = entry.toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon >= 0 && colon == host.lastIndexOf(':') ? host.substring(0, colon) : host;
    }
}
