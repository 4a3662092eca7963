package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.api.SoarTool;
import io.countersign.approvals.api.SoarToolExtension;
import io.countersign.sample.LoneTool;
import jakarta.enterprise.inject.spi.Extension;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An own web archive on the same server whose guarded methods nobody guards does not start. */
@ExtendWith({TestServerExtension.class, ArquillianExtension.class})
@RunAsClient
public class UnguardedToolIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "unguarded", managed = false, testable = false)
    public static WebArchive unguarded() {
        return ShrinkWrap.create(WebArchive.class, "unguarded.war")
                .addClass(LoneTool.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "countersign-approvals-api.jar")
                        .addPackage(SoarTool.class.getPackage())
                        .addAsServiceProvider(Extension.class, SoarToolExtension.class)
                        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
    }

    @Test
    void anArchiveOfItsOwnWithoutTheClientIsRefused() {
        Exception refused = assertThrows(Exception.class, () -> deployer.deploy("unguarded"));
        StringWriter told = new StringWriter();
        refused.printStackTrace(new PrintWriter(told, true));
        assertTrue(
                told.toString()
                        .contains("@SoarTool on io.countersign.sample.LoneTool.isolate has no guard here;"
                                + " add countersign-approvals-client"),
                told::toString);
    }
}
