package io.countersign.kernel.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of one concern, read once. A subclass declares each as a constant and reads it in its constructor. What is not
 * allowed is noted and replaced by the default, so that the start can name every bad setting of every concern at once.
 */
public abstract class Settings {

    private final SettingSource source;
    private final List<String> problems = new ArrayList<>();

    protected Settings(SettingSource source) {
        this.source = source;
    }

    /** Every setting of the concern. */
    public abstract List<Setting<?>> all();

    /** What is wrong with the values, a sentence each that names the setting and what is allowed. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The value of a setting that has a default. */
    protected <T> T value(Setting<T> setting) {
        String fallback = setting.fallback();
        if (fallback == null) {
            throw new IllegalStateException(setting.name() + " has no default");
        }
        return optional(setting).orElseGet(() -> setting.parser().apply(fallback));
    }

    /** The value of a setting where it is set; blank is not set. */
    protected <T> Optional<T> optional(Setting<T> setting) {
        Optional<String> text = source.text(setting.name()).map(String::strip).filter(given -> !given.isEmpty());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(setting.parser().apply(text.get()));
        } catch (IllegalArgumentException notAllowed) {
            problems.add(setting.problem(text.get()));
            return Optional.empty();
        }
    }

    /**
     * Refuses values that are not allowed.
     *
     * @throws IllegalArgumentException with every problem
     */
    public static void check(Iterable<? extends Settings> concerns) {
        Set<String> all = new TreeSet<>();
        // a setting that two concerns read is one problem
        concerns.forEach(concern -> all.addAll(concern.problems()));
        if (!all.isEmpty()) {
            throw new IllegalArgumentException((all.size() == 1 ? "1 setting" : all.size() + " settings")
                    + " cannot be used (nothing was started): " + String.join("; ", all));
        }
    }
}
