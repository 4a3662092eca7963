package io.countersign.web.mcp;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import io.countersign.web.Ids;
import io.countersign.web.JsonMapping;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowQuery;
import io.countersign.workflows.Workflows;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What agents can read: the active workflows, and each one whole. */
@ApplicationScoped
public class WorkflowResources {

    private static final List<String> SCHEMES = List.of("calseta", "countersign");
    private static final int MAX_SUMMARY = 240;
    private static final String MEDIA = "application/json";

    @Inject
    Workflows workflows;

    List<AsyncResourceSpecification> lists() {
        List<AsyncResourceSpecification> lists = new ArrayList<>();
        for (String scheme : SCHEMES) {
            McpSchema.Resource resource = McpSchema.Resource.builder()
                    .uri(scheme + "://workflows")
                    .name("workflows")
                    .description("The active workflows: what can be executed")
                    .mimeType(MEDIA)
                    .build();
            lists.add(new AsyncResourceSpecification(
                    resource, (context, request) -> read(context, request.uri(), this::active)));
        }
        return lists;
    }

    List<AsyncResourceTemplateSpecification> templates() {
        List<AsyncResourceTemplateSpecification> templates = new ArrayList<>();
        for (String scheme : SCHEMES) {
            McpSchema.ResourceTemplate template = McpSchema.ResourceTemplate.builder()
                    .uriTemplate(scheme + "://workflows/{uuid}")
                    .name("workflow")
                    .description("One workflow with its documentation and code")
                    .mimeType(MEDIA)
                    .build();
            templates.add(new AsyncResourceTemplateSpecification(
                    template,
                    (context, request) -> read(context, request.uri(), viewer -> one(request.uri(), viewer))));
        }
        return templates;
    }

    /** The active workflows that the viewer sees, without their code. */
    Map<String, Object> active(Actor viewer) {
        List<Object> all = new ArrayList<>();
        Page<Workflow> page;
        int number = 1;
        do {
            page = workflows.list(WorkflowQuery.active(), viewer, new PageRequest(number++, PageRequest.MAX_SIZE));
            page.items().forEach(workflow -> all.add(withoutCode(workflow)));
        } while (all.size() < page.total() && !page.items().isEmpty());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("workflows", all);
        answer.put("count", all.size());
        return answer;
    }

    /** A page of workflows, each with what it takes to choose one. */
    Map<String, Object> inShort(WorkflowQuery query, Actor viewer, PageRequest page) {
        Page<Workflow> found = workflows.list(query, viewer, page);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "workflows",
                found.items().stream().map(WorkflowResources::inShort).toList());
        answer.put("count", found.items().size());
        RequestTools.addPage(answer, found, page);
        return answer;
    }

    private static Map<String, Object> inShort(Workflow workflow) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uuid", workflow.uuid());
        fields.put("name", workflow.name());
        fields.put("summary", summary(workflow.documentation()));
        fields.put("indicator_types", workflow.indicatorTypes());
        fields.put("tags", workflow.tags());
        fields.put("risk_level", workflow.riskLevel());
        fields.put("approval_mode", workflow.approvalMode());
        return fields;
    }

    /** The first paragraph that is no heading, cut to a few lines between characters. */
    private static String summary(String documentation) {
        String first = documentation
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        return first.codePointCount(0, first.length()) <= MAX_SUMMARY
                ? first
                : first.substring(0, first.offsetByCodePoints(0, MAX_SUMMARY)) + " …";
    }

    private Object one(String uri, Actor viewer) {
        return workflows.get(Ids.inPath("workflow", uri.substring(uri.lastIndexOf('/') + 1)), viewer);
    }

    private static Mono<McpSchema.ReadResourceResult> read(
            McpTransportContext context, String uri, Function<Actor, Object> what) {
        try {
            Actor viewer = McpCaller.in(context).agent();
            viewer.requireScope(Scopes.WORKFLOWS_READ);
            return Mono.just(new McpSchema.ReadResourceResult(
                    List.of(new McpSchema.TextResourceContents(uri, MEDIA, JsonMapping.text(what.apply(viewer))))));
        } catch (Refusal refusal) {
            return Mono.error(McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                    .message(refusal.code() + ": " + refusal.getMessage())
                    .data(Map.of("code", refusal.code().name(), "uri", uri))
                    .build());
        }
    }

    private static Object withoutCode(Workflow workflow) {
        Map<?, ?> tree = (Map<?, ?>) JsonMapping.tree(workflow);
        tree.remove("code");
        return tree;
    }
}
