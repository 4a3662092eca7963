package io.countersign.workflows;

import io.countersign.integrations.IntegrationCatalogue;
import io.countersign.kernel.settings.SettingSource;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;

/** Installs the builtin workflows when the application starts. */
@Singleton
@Startup
@DependsOn("schema.jar#SchemaAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuiltinInstaller {
    private static final System.Logger LOG = System.getLogger(BuiltinInstaller.class.getName());

    private final BuiltinCatalogue catalogue;

    @Inject
    public BuiltinInstaller(BuiltinCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected BuiltinInstaller() {
        this(null);
    }

    @PostConstruct
    void install() {
        Set<String> configured = IntegrationCatalogue.configured(SettingSource.ofServer());
        for (Builtin builtin : Builtin.ALL) {
            try {
                catalogue.install(builtin, configured);
            } catch (RuntimeException e) {
                // another node was first, or the database is away: the next start catches up
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The builtin workflow " + builtin.name() + " was not installed",
                        e);
            }
        }
    }
}
