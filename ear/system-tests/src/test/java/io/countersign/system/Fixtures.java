package io.countersign.system;

import jakarta.json.JsonObject;
import java.util.UUID;

/** Workflows and requests, as the stories need them. */
final class Fixtures {
    static final String ENDED = "success failed timed_out cancelled interrupted";

    private Fixtures() {}

    /** The block-IP script of the guide, acting on the given target. */
    static String blockIp(String url) {
        return """
                import io.countersign.script.*;
                import java.util.Map;

                public class BlockIp implements Workflow {
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        String key = ctx.secrets().get("FIREWALL_API_KEY").orElse(null);
                        if (key == null) return WorkflowResult.fail("FIREWALL_API_KEY is not set");
                        String ip = ctx.indicator().value();
                        HttpResponse resp = ctx.http().post("%s")
                                .header("Authorization", "Bearer " + key)
                                .json(Map.of("ip", ip))
                                .send();
                        ctx.log().info("firewall answered", Map.of("status", resp.status(), "key", key));
                        return resp.status() == 200
                                ? WorkflowResult.ok("Blocked " + ip, Map.of("status", resp.status()))
                                : WorkflowResult.fail("Failed to block " + ip + ": " + resp.status());
                    }
                }
                """.formatted(url);
    }

    /** An active block-IP workflow; {@code more} are further fields, each with a comma before it. */
    static String workflow(Api author, String name, String more) {
        return workflow(author, name, FakeServices.get().target, more);
    }

    /** The same, acting on another target. */
    static String workflow(Api author, String name, Receiver target, String more) {
        String url = target.url() + "/api/block";
        return live(
                author, author.post("/v1/workflows", """
                        {"name":%s,"code":%s,"state":"active","indicator_types":["ip"],
                         "allowed_secrets":["FIREWALL_API_KEY"],"allowed_hosts":["127.0.0.1"]%s}""".formatted(Api.string(name), Api.string(blockIp(url)), more)));
    }

    /** The workflow that was saved; where another person has to agree to it, an admin does. */
    static String live(Api author, Api.Answer saved) {
        if (saved.status() != 202) {
            return saved.expect(201).data().getString("uuid");
        }
        agreed(author, saved);
        return saved.data().getString("workflow_uuid");
    }

    /** An admin agrees to the change that the answer tells of. */
    static void agreed(Api author, Api.Answer pending) {
        TestServer.adminOf(author.base())
                .post(
                        "/v1/workflow-approvals/" + pending.expect(202).data().getString("approval_request_uuid")
                                + "/approve",
                        "{}")
                .expect(200);
    }

    /** The agent asks; answers the id of the approval request. */
    static String ask(Api agent, String workflow, String ip) {
        return agent.post("/v1/workflows/" + workflow + "/execute", execute(ip))
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }

    static String execute(String ip) {
        return """
                {"indicator":{"type":"ip","value":"%s"},"reason":"it beacons every 60 s","confidence":0.92}""".formatted(ip);
    }

    static JsonObject approval(Api any, String uuid) {
        return any.get("/v1/workflow-approvals/" + uuid).expect(200).data();
    }

    /** The run of an approved request, at its end. */
    static JsonObject endedRun(Api any, String approval) {
        String run = Await.until("the run of " + approval, () -> {
            JsonObject record = approval(any, approval);
            return Api.isNull(record, "run_uuid") ? null : record.getString("run_uuid");
        });
        return Await.until("the end of run " + run, () -> {
            JsonObject record =
                    any.get("/v1/workflow-runs/" + run + "?wait=10").expect(200).data();
            return ENDED.contains(record.getString("status")) ? record : null;
        });
    }

    static long runsOf(Api any, String workflow) {
        return any.get("/v1/workflows/" + workflow + "/runs")
                .expect(200)
                .json()
                .getJsonObject("meta")
                .getJsonNumber("total")
                .longValue();
    }

    /** The name of a tool that nobody else has asked for. */
    static String uniqueTool(String name) {
        return unique(name).replace(' ', '-');
    }

    static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
