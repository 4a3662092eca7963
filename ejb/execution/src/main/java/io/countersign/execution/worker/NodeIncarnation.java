package io.countersign.execution.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The name of this node in this life: a restarted node is another, so that it never mistakes old runs for its own. */
@ApplicationScoped
class NodeIncarnation {
    private final String name = System.getProperty("jboss.node.name", "node");
    private final String life = name + "/" + UUID.randomUUID().toString().substring(0, 13);

    String name() {
        return name;
    }

    String life() {
        return life;
    }
}
