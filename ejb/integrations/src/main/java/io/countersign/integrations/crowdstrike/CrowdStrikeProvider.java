package io.countersign.integrations.crowdstrike;

import io.countersign.integrations.Provider;
import io.countersign.integrations.ProviderApi;
import io.countersign.integrations.Transport;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CrowdStrike's Hosts API (OAuth 2 client credentials; a host is found first, then acted on by its agent id). */
final class CrowdStrikeProvider implements Provider {
    private static final Pattern AGENT_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    /** What may stand between the quotes of a filter: nothing that ends them. */
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9])?");

    private static final String FIND = "/devices/queries/devices/v1?limit=10&filter=";
    private static final String ACT = "/devices/entities/devices-actions/v2?action_name=";

    private final String baseUrl;
    private final String clientId;
    private final String clientSecret;

    CrowdStrikeProvider(String baseUrl, String clientId, String clientSecret) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public IntegrationReply perform(String operation, Map<String, Object> arguments, Transport transport)
            throws HttpFailure, InterruptedException {
        String host = String.valueOf(arguments.get("host"));
        return switch (operation) {
            case "containHost" -> act(transport, host, "contain", "Contained " + host + " in CrowdStrike");
            case "liftContainment" ->
                act(transport, host, "lift_containment", "Lifted the containment of " + host + " in CrowdStrike");
            default -> throw ProviderApi.unknown("CrowdStrike", operation);
        };
    }

    private IntegrationReply act(Transport transport, String host, String action, String done)
            throws HttpFailure, InterruptedException {
        String filter = AGENT_ID.matcher(host).matches() ? null : filter(host);
        HttpReply signIn = new ProviderApi(transport, baseUrl, "")
                .form(
                        baseUrl + "/oauth2/token",
                        "client_id=" + ProviderApi.encoded(clientId) + "&client_secret="
                                + ProviderApi.encoded(clientSecret));
        if (!(ProviderApi.object(signIn).get("access_token") instanceof String token)) {
            return ProviderApi.failed(
                    "CrowdStrike", signIn, "the sign-in of this server", CrowdStrikeProvider::errorText);
        }
        ProviderApi api = new ProviderApi(transport, baseUrl, "Bearer " + token);
        String agent = host;
        if (filter != null) {
            HttpReply found = api.send("GET", baseUrl + FIND + ProviderApi.encoded(filter), null);
            if (!ProviderApi.ok(found) || !(ProviderApi.object(found).get("resources") instanceof List<?> agents)) {
                return ProviderApi.failed("CrowdStrike", found, "looking for " + host, CrowdStrikeProvider::errorText);
            }
            if (agents.size() != 1) {
                return notOne(host, agents);
            }
            agent = String.valueOf(agents.get(0));
        }
        return reply(
                api.send("POST", baseUrl + ACT + action, Map.of("ids", List.of(agent))), action, host, agent, done);
    }

    private static IntegrationReply notOne(String host, List<?> agents) {
        return agents.isEmpty()
                ? new IntegrationReply(false, "CrowdStrike has no host " + host, Map.of("agents", List.of()))
                : new IntegrationReply(
                        false,
                        "CrowdStrike has " + (agents.size() < 10 ? agents.size() : "10 or more") + " hosts " + host
                                + ": give the agent id of one",
                        Map.of("agents", agents));
    }

    /** An action is refused host by host, in an answer that is a success as a whole. */
    private static IntegrationReply reply(HttpReply reply, String action, String host, String agent, String done) {
        Map<String, Object> answer = ProviderApi.object(reply);
        boolean acted = answer.get("resources") instanceof List<?> resources && !resources.isEmpty();
        if (!ProviderApi.ok(reply) || !acted) {
            return ProviderApi.failed("CrowdStrike", reply, action + " of " + host, CrowdStrikeProvider::errorText);
        }
        return new IntegrationReply(true, done, Map.of("status", reply.status(), "agent_id", agent));
    }

    private static String filter(String host) throws HttpFailure {
        if (ADDRESS.matcher(host).matches()) {
            return "local_ip:'" + host + "'";
        }
        if (HOST_NAME.matcher(host).matches()) {
            return "hostname:'" + host + "'";
        }
        throw new HttpFailure(HttpFailure.Kind.REFUSED, "\"" + host + "\" is no host name, no address and no agent id");
    }

    private static @Nullable String errorText(Map<String, Object> answer) {
        return answer.get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.get(0) instanceof Map<?, ?> error
                        && error.get("message") instanceof String text
                ? text
                : null;
    }
}
