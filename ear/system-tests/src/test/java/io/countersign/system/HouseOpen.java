package io.countersign.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sees to it that the shared server runs before Arquillian looks for it. Within the server there is nothing to do. */
public final class HouseOpen implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("jboss.server.base.dir") != null) {
            return;
        }
        House house = House.shared();
        System.setProperty("countersign.wildfly", house.wildfly().toString());
        System.setProperty("countersign.management.port", Integer.toString(house.managementPort()));
    }
}
