package io.countersign.workflows;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishing and generating workflows. */
@ApplicationScoped
class AuthoringSettings extends Settings {

    public static final Setting<String> REVIEW = Setting.word(
            "COUNTERSIGN_PUBLISHING_REVIEW",
            "unguarded",
            List.of("unguarded", "all", "off"),
            "which workflows go live only when another person has agreed");
    public static final Setting<String> MODEL_KEY =
            Setting.secret("ANTHROPIC_API_KEY", "key of the model that writes first drafts");
    public static final Setting<URI> MODEL_URL =
            Setting.address("ANTHROPIC_BASE_URL", "https://api.anthropic.com", "where that model answers");
    public static final Setting<String> MODEL = Setting.text("ANTHROPIC_MODEL", "claude-sonnet-4-5", "which model");

    private final ReviewScope.Extent review;
    private final Optional<String> modelKey;
    private final URI modelUrl;
    private final String model;

    public AuthoringSettings() {
        this(SettingSource.ofServer());
    }

    public AuthoringSettings(SettingSource source) {
        super(source);
        review = ReviewScope.Extent.valueOf(value(REVIEW).toUpperCase(Locale.ROOT));
        modelKey = optional(MODEL_KEY);
        modelUrl = value(MODEL_URL);
        model = value(MODEL);
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(REVIEW, MODEL_KEY, MODEL_URL, MODEL);
    }

    ReviewScope.Extent review() {
        return review;
    }

    Optional<String> modelKey() {
        return modelKey;
    }

    URI modelUrl() {
        return modelUrl;
    }

    String model() {
        return model;
    }
}
