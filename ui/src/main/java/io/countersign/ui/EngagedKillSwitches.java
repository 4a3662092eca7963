package io.countersign.ui;

import io.countersign.execution.KillSwitch;
import io.countersign.execution.KillSwitches;
import io.countersign.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kill switches that are engaged now: whoever approves has to know that nothing will run yet. */
@Named
@RequestScoped
public class EngagedKillSwitches {

    @Inject
    KillSwitches killSwitches;

    @Inject
    CurrentUser currentUser;

    private @Nullable List<KillSwitch> engaged;

    /** Engaged ones, newest first. */
    public List<KillSwitch> getEngaged() {
        List<KillSwitch> known = engaged;
        if (known == null) {
            known = killSwitches.engaged(currentUser.actor());
            engaged = known;
        }
        return known;
    }

    /** What a switch stops, in words. */
    public String what(KillSwitch one) {
        return what(one.scope(), one.target());
    }

    static String what(String scope, @Nullable String target) {
        return switch (scope) {
            case "all" -> "Everything";
            case "workflow" -> "One workflow";
            case "agent" -> target == null ? "Every agent" : "The agent " + target;
            case "integration" -> "The integration " + target;
            case "server" -> "The MCP server " + target;
            default -> scope;
        };
    }
}
