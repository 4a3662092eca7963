package io.countersign.ui.access;

import io.countersign.audit.Page;
import io.countersign.execution.KillSwitch;
import io.countersign.execution.KillSwitches;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The switches that stop runs, for admins. */
@Named
@RequestScoped
public class StopPage {

    @Inject
    KillSwitches door;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<KillSwitch> found = new Page<>(List.of(), 0);

    /** Reads one page of the switches. */
    public void open() {
        Actor viewer = currentUser.actor();
        viewer.requireScope(Scopes.ADMIN);
        found = door.list(viewer, Pages.asked(request));
    }

    public List<KillSwitch> getSwitches() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(request, found.total());
    }
}
