package io.countersign.workflows;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import io.countersign.sandbox.Layer;
import io.countersign.sandbox.SandboxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** How scripts are run on this node. */
@ApplicationScoped
class SandboxSettings extends Settings {

    private static final SandboxOptions USUAL = SandboxOptions.DEFAULT;

    public static final Setting<String> ISOLATION = Setting.word(
            "SANDBOX_ISOLATION",
            "worker",
            List.of("worker", "in_process"),
            "whether scripts run in processes of their own");
    public static final Setting<Integer> WORKERS =
            Setting.number("SANDBOX_WORKERS", USUAL.workers(), 1, 1000, "approved runs at once on this node");
    public static final Setting<Integer> HEAP = Setting.number(
            "SANDBOX_WORKER_HEAP_MB", USUAL.workerHeapMegabytes(), 16, 65_536, "the heap of each worker in MB");
    public static final Setting<Integer> TEST_WORKERS = Setting.number(
            "SANDBOX_TEST_WORKERS", USUAL.testWorkers(), 1, 1000, "tests of drafts at once on this node");
    public static final Setting<Integer> RECYCLE = Setting.number(
            "SANDBOX_RECYCLE_AFTER_RUNS",
            USUAL.recycleAfterRuns(),
            1,
            1_000_000_000,
            "runs after which a worker is replaced");
    public static final Setting<Set<Layer>> REQUIRE = new Setting<>(
            "SANDBOX_REQUIRE",
            "",
            "names of layers, separated by commas",
            "layers without which the server does not start",
            false,
            Layer::list);

    private final boolean isInProcess;
    private final SandboxOptions options;

    public SandboxSettings() {
        this(SettingSource.ofServer());
    }

    public SandboxSettings(SettingSource source) {
        super(source);
        isInProcess = value(ISOLATION).equals("in_process");
        options = USUAL.withWorkers(value(WORKERS), value(HEAP))
                .withTestWorkers(value(TEST_WORKERS))
                .withRecycleAfterRuns(value(RECYCLE))
                .withRequired(value(REQUIRE));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(ISOLATION, WORKERS, HEAP, TEST_WORKERS, RECYCLE, REQUIRE);
    }

    boolean isInProcess() {
        return isInProcess;
    }

    SandboxOptions options() {
        return options;
    }
}
