package io.countersign.sample;

import io.countersign.approvals.api.DecisionRefusedException;
import io.countersign.approvals.api.ToolRefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Lets a test turn the pipeline's handles: {@code /sample/VERB?…}, a line of text each. */
@WebServlet("/*")
public class PipelineServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a proxy, and servlets are never passivated
    Pipeline pipeline;

    @Inject
    @SuppressWarnings("serial") // likewise
    WebTools webTools;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String line;
        try {
            line = turn(request.getPathInfo().substring(1), request);
        } catch (ExecutionException e) {
            line = told(e.getCause());
        } catch (Exception e) {
            line = told(e);
        }
        response.getWriter().print(line);
    }

    private String turn(String verb, HttpServletRequest request) throws Exception {
        String session = request.getParameter("session");
        String target = request.getParameter("target");
        return switch (verb) {
            case "close" -> pipeline.keep(session, webTools.close(pipeline.session(session), target));
            case "probe" -> webTools.probe(target);
            case "state" -> pipeline.state(session);
            case "future" -> pipeline.future(session);
            case "details" -> pipeline.askByDetails(session, target);
            case "builder" -> pipeline.askByBuilder(session, target);
            case "status" -> pipeline.status(target);
            case "pending" -> pipeline.pending(target);
            case "answer" -> pipeline.answer(target, request.getParameter("reviewer"));
            default -> pipeline.use(verb, session, target);
        };
    }

    private static String told(Throwable failure) {
        if (failure instanceof ToolRefusedException refused) {
            return "refused: " + refused.reason();
        }
        if (failure instanceof DecisionRefusedException refused) {
            return "refused: " + refused.code();
        }
        return "failed: " + failure;
    }
}
