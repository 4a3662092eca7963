package io.countersign.ui;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form that was refused and is shown again: what was typed, and what is wrong with which field. */
@Named("form")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RedisplayedForm {

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<WrongField> errors = new ArrayList<>();
    private @Nullable Refusal refusal;
    private boolean again;
    private String action = "";

    @Inject
    TypedText typedText;

    @Inject
    HttpServletRequest request;

    /** What was typed when the session was over stands on its page again. */
    @PostConstruct
    void restore() {
        if (!request.getMethod().equals("GET")) {
            return;
        }
        String page = request.getRequestURI().substring(request.getContextPath().length());
        typedText.of(page).ifPresent(words -> {
            typed.putAll(words.fields());
            action = words.action();
            again = true;
        });
    }

    /** Keeps what was typed, though nothing is wrong with it. */
    void typed(HtmlForm form) {
        typed.putAll(form.everything());
        again = true;
    }

    void refused(HtmlForm form, Refusal because) {
        typed(form);
        refusal = because;
        if (because.details().get("fields") instanceof List<?> fields) {
            fields.forEach(field -> {
                if (field instanceof Map<?, ?> error) {
                    errors.add(WrongField.of(String.valueOf(error.get("field")), String.valueOf(error.get("message"))));
                }
            });
        }
    }

    /** Whether this page shows a refused form. */
    public boolean isRefused() {
        return refusal != null;
    }

    /** Whether it was refused with this code. */
    public boolean refusedFor(ErrorCode code) {
        return refusal != null && refusal.code() == code;
    }

    /** Why, in one sentence. */
    public String getReason() {
        return refusal == null ? "" : refusal.getMessage();
    }

    /** What is wrong with a field; empty when it is fine. */
    public String error(String field) {
        return errors.stream()
                .filter(wrong -> wrong.field().equals(field))
                .map(WrongField::message)
                .findFirst()
                .orElse("");
    }

    /** Every field that is wrong, for the summary on top. */
    public List<WrongField> getErrors() {
        return List.copyOf(errors);
    }

    /** Whether the form that is shown again had the field at all: a page may hold several forms. */
    public boolean holds(String field) {
        return typed.containsKey(field);
    }

    /** What was typed, or the stored value when the form is shown for the first time. */
    public Object value(String field, @Nullable Object stored) {
        if (again) {
            return typed.getOrDefault(field, "");
        }
        return stored == null ? "" : stored;
    }

    /** What was typed into a field of the form for this action, whose session was over; else empty. */
    public String kept(String name, String field) {
        return action.equals(name) ? typed.getOrDefault(field, "") : "";
    }

    /** Whether one of several choices was ticked, or is stored. */
    public boolean ticked(String field, String choice, @Nullable List<String> stored) {
        return again
                ? List.of(typed.getOrDefault(field, "").split("\n")).contains(choice)
                : stored != null && stored.contains(choice);
    }

    /** The refusal's findings in code, when it was code that was refused. */
    public List<Map<?, ?>> getFindings() {
        if (refusal == null || !(refusal.details().get("errors") instanceof List<?> findings)) {
            return List.of();
        }
        return findings.stream().<Map<?, ?>>map(finding -> (Map<?, ?>) finding).toList();
    }
}
