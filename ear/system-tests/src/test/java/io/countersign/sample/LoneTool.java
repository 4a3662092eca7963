package io.countersign.sample;

import io.countersign.approvals.api.SoarTool;
import jakarta.enterprise.context.ApplicationScoped;

/** A guarded tool of an application that forgot the client library. */
@ApplicationScoped
public class LoneTool {
    @SoarTool(name = "isolate_host")
    public String isolate(String host) {
        return "isolated " + host;
    }
}
