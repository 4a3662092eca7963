package io.countersign.integrations;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/**
 * A provider that workflows act on. Implementations have a public constructor without arguments, keep no state, and are
 * listed in {@code META-INF/services/io.countersign.integrations.Integration}.
 */
public interface Integration {

    /**
     * What kill switches, policies and logs call it: lower-case letters and digits. Scripts reach it by the method of {@link
     * io.countersign.script.Integrations} whose name is this in lower case.
     */
    String name();

    /** What people call it. */
    String title();

    /** Everything that {@link #configured} reads. */
    List<Setting<?>> settings();

    /** The provider as the operator has configured it; empty when a setting is missing. Credentials are never logged. */
    Optional<Provider> configured(SettingSource source);

    /** The provider for a dry run: the addresses that a real run would use, and no credential. */
    Provider forDryRun(SettingSource source);

    /** The workflows that come with the server. */
    List<BuiltinWorkflow> builtins();
}
