package io.countersign.client;

import java.util.List;
import java.util.Map;

/** What a draft would have done. */
public record Replay(int examined, int matched, int autoApproved, List<Map<String, Object>> rows) {}
