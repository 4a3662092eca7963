package io.countersign.workflows;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door of this module: workflows are created, changed, read and archived here, by whichever channel. Callers have
 * checked scopes; rules that depend on the workflow (builtins, organization) are checked here.
 */
@Stateless
public class Workflows {
    public Workflow create(NewWorkflow wanted, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Workflow get(UUID uuid) {
        throw new UnsupportedOperationException();
    }

    public Page<Workflow> list(WorkflowQuery query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public Workflow update(UUID uuid, WorkflowPatch patch, @Nullable String ifMatch, Actor by) {
        throw new UnsupportedOperationException();
    }

    public void archive(UUID uuid, Actor by) {
        throw new UnsupportedOperationException();
    }

    public List<Version> versions(UUID uuid) {
        throw new UnsupportedOperationException();
    }

    public Version version(UUID uuid, int version) {
        throw new UnsupportedOperationException();
    }

    public String diff(UUID uuid, int version, int against) {
        throw new UnsupportedOperationException();
    }

    public Workflow restore(UUID uuid, int version, Actor by) {
        throw new UnsupportedOperationException();
    }

    public CheckReport validate(String code) {
        throw new UnsupportedOperationException();
    }

    public Published published(UUID uuid) {
        throw new UnsupportedOperationException();
    }
}
