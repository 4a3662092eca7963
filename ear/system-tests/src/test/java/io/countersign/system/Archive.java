package io.countersign.system;

import io.countersign.sample.HostTools;
import io.countersign.sample.Ledger;
import io.countersign.sample.Pipeline;
import io.countersign.sample.PipelineServlet;
import io.countersign.sample.WebTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application with a module of somebody's own in it, made as docs/approvals.md tells. */
final class Archive {
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULES = """
            <module><ejb>sample.jar</ejb></module>
            <module><web><web-uri>sample.war</web-uri><context-root>/sample</context-root></web></module>
            </application>""";

    private Archive() {}

    static Path withTheSample(Path built, Path to) {
        EnterpriseArchive archive = ShrinkWrap.create(ZipImporter.class, "countersign.ear")
                .importFrom(built.toFile())
                .as(EnterpriseArchive.class);
        String descriptor = text(archive.get(DESCRIPTOR).getAsset());
        archive.delete(DESCRIPTOR);
        archive.add(new StringAsset(descriptor.replace("</application>", MODULES)), DESCRIPTOR);
        archive.addAsModule(tools()).addAsModule(servlet());
        archive.as(ZipExporter.class).exportTo(to.toFile(), true);
        return to;
    }

    private static JavaArchive tools() {
        return ShrinkWrap.create(JavaArchive.class, "sample.jar")
                .addClasses(Ledger.class, HostTools.class, Pipeline.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static WebArchive servlet() {
        return ShrinkWrap.create(WebArchive.class, "sample.war")
                .addClasses(PipelineServlet.class, WebTools.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static String text(Asset asset) {
        try (InputStream stream = asset.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
