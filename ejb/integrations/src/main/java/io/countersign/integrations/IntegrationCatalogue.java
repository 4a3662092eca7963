package io.countersign.integrations;

import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The integrations of this server, in the order of their names. */
public final class IntegrationCatalogue {
    private static final System.Logger LOG = System.getLogger(IntegrationCatalogue.class.getName());
    private static final List<Integration> ALL =
            ServiceLoader.load(Integration.class, IntegrationCatalogue.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();

    private IntegrationCatalogue() {}

    /** Every integration, configured or not. */
    public static List<Integration> all() {
        return ALL;
    }

    /** The names of all. */
    public static Set<String> names() {
        return ALL.stream().map(Integration::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of those that are configured. */
    public static Set<String> configured(SettingSource source) {
        return ALL.stream()
                .filter(integration -> configured(integration, source).isPresent())
                .map(Integration::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The integration as it is configured; empty, and said in the log, when a setting cannot be read. */
    public static Optional<Provider> configured(Integration integration, SettingSource source) {
        try {
            return integration.configured(source);
        } catch (IllegalArgumentException unreadable) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The integration {0} is not available: {1}",
                    integration.title(),
                    unreadable.getMessage());
            return Optional.empty();
        }
    }
}
