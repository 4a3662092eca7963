package io.countersign.client;

import java.util.List;

/** What the save-time check says. */
public record CheckReport(boolean valid, List<Finding> errors) {}
