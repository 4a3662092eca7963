package io.countersign.web.operations;

import io.countersign.health.Probes;
import io.countersign.web.JsonMapping;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Liveness and readiness on the application's port, in MicroProfile Health's shape. */
@WebServlet(urlPatterns = {"/health", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Probes probes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Probes.Report report = request.getServletPath().endsWith("/live") ? probes.live() : probes.ready();
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Probes.Check check : report.checks()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", check.name());
            one.put("status", check.result().up() ? "UP" : "DOWN");
            one.put("data", check.result().data());
            checks.add(one);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", report.up() ? "UP" : "DOWN");
        answer.put("checks", checks);
        response.setStatus(report.up() ? 200 : 503);
        if (!report.up()) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(JsonMapping.TYPE);
        response.getOutputStream().write(JsonMapping.bytes(answer));
    }
}
