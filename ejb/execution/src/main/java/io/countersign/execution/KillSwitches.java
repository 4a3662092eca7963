package io.countersign.execution;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops that administrators pull and release. While one is engaged, matching runs stop and executes are refused. */
@Stateless
public class KillSwitches {
    public KillSwitch engage(String scope, @Nullable String target, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Page<KillSwitch> list(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public void release(UUID uuid, Actor by) {
        throw new UnsupportedOperationException();
    }
}
