package io.countersign.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once. */
@ApplicationScoped
class NotifyConfiguration {
    @Produces
    @Singleton
    NotifySettings settings() {
        return NotifySettings.of(ConfigProvider.getConfig());
    }
}
