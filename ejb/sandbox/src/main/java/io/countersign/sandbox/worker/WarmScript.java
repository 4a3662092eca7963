package io.countersign.sandbox.worker;

import io.countersign.script.Workflow;
import io.countersign.script.WorkflowContext;
import io.countersign.script.WorkflowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A script that a worker takes the whole way, before it says that it is ready: what is cold is slow to end, too. */
public final class WarmScript implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            words.add(ctx.indicator().value() + i);
        }
        String all = words.stream().map(String::trim).sorted().collect(Collectors.joining(","));
        return WorkflowResult.ok(all, Map.of("size", words.size()));
    }
}
