package io.countersign.execution;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Settings of execution on this node: concurrency, and the values of secrets. */
@ApplicationScoped
public class ExecutionSettings extends Settings {

    public static final Setting<Integer> WORKERS =
            Setting.number("EXECUTION_WORKERS", 16, 1, 1000, "runs that this node works on at once");
    public static final Setting<Integer> TESTS_PER_KEY =
            Setting.number("SANDBOX_TESTS_PER_KEY", 2, 1, 1000, "tests of drafts at once of one key");

    private final SettingSource source;
    private final int workers;
    private final int testsPerKey;

    public ExecutionSettings() {
        this(SettingSource.ofServer());
    }

    public ExecutionSettings(SettingSource source) {
        super(source);
        this.source = source;
        workers = value(WORKERS);
        testsPerKey = value(TESTS_PER_KEY);
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(WORKERS, TESTS_PER_KEY);
    }

    public int workers() {
        return workers;
    }

    public int testsPerKey() {
        return testsPerKey;
    }

    /** The value of {@code SECRET_<NAME>}, read at each use: an operator changes files of secrets without a restart. */
    public Optional<String> secret(String name) {
        return source.secret(name);
    }
}
