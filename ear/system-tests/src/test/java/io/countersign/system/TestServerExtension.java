package io.countersign.system;

import java.io.IOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sees to it that the shared server runs before Arquillian looks for it. Within the server there is nothing to do. */
public final class TestServerExtension implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("jboss.server.base.dir") != null) {
            return;
        }
        TestServer house = TestServer.shared();
        System.setProperty("countersign.wildfly", house.wildfly().toString());
        System.setProperty("countersign.management.port", Integer.toString(house.managementPort()));
        letTestsIn(house.managementPort());
    }

    /** Arquillian talks JMX through the management port, which our servers keep shut; this lasts until the server stops. */
    private static void letTestsIn(int port) {
        ModelNode connector = Operations.createAddress("subsystem", "jmx", "remoting-connector", "jmx");
        try (ModelControllerClient server = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode there = server.execute(Operations.createReadResourceOperation(connector));
            if (!Operations.isSuccessfulOutcome(there)) {
                ModelNode added = server.execute(Operations.createAddOperation(connector));
                if (!Operations.isSuccessfulOutcome(added)) {
                    throw new IllegalStateException(added.toString());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
