package io.countersign.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The contract as OpenAPI: YAML, or JSON for who asks for it. */
@WebServlet(urlPatterns = "/openapi", loadOnStartup = 1)
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient @Nullable OpenApiDocument document;

    @Override
    public void init() {
        document = OpenApiDocument.load();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OpenApiDocument loaded = document == null ? OpenApiDocument.load() : document;
        boolean json = wantsJson(request.getParameter("format"), request.getHeader("Accept"));
        response.setContentType(json ? "application/json;charset=UTF-8" : "application/yaml;charset=UTF-8");
        response.getOutputStream().write(json ? loaded.json() : loaded.yaml());
    }

    static boolean wantsJson(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return format.equalsIgnoreCase("json");
        }
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("json");
    }
}
