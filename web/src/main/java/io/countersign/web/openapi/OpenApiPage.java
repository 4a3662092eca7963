package io.countersign.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A page to read the contract and to try it: Swagger UI, served from here and under a policy without inline script. */
@WebServlet(urlPatterns = {"/openapi/ui", "/openapi/ui/"})
public class OpenApiPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        String assets = request.getContextPath() + "/webjars/swagger-ui/" + version();
        response.getOutputStream().write("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Countersign: the REST contract</title>
                        <link rel="stylesheet" href="%1$s/swagger-ui.css">
                        <script src="%1$s/swagger-ui-bundle.js" defer></script>
                        <script src="/openapi-ui.js" defer></script>
                        </head>
                        <body>
                        <div id="contract"></div>
                        <noscript>This page needs a script; the contract itself is at <a href="/openapi">/openapi</a>.</noscript>
                        </body>
                        </html>
                        """.formatted(assets).getBytes(StandardCharsets.UTF_8));
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = OpenApiPage.class.getResourceAsStream(VERSION)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "");
    }
}
