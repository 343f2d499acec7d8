// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** In processes of their own: the CPU stays the default beside CUDA's libraries, which ND4J would prefer. */
public final class CudaForkTest {

    private static final String CPU = "0: helper MKLDNNConvHelper";

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    /** The native libraries are unpacked once for all tests. */
    @ClassRule
    public static final TemporaryFolder NATIVES = new TemporaryFolder();

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void theClassPathStaysOnTheCpuBesideABackendThatCannotBeLoaded() throws Exception {
        final List<Path> classPath = new ArrayList<>(List.of(fakeCuda()));
        classPath.addAll(Fork.classPath(Checkout.classes(),
            Copies.testClasses(m_folder.newFolder().toPath(), Probe.class)));

        assertEquals(CPU, Fork.start(m_folder.getRoot().toPath(), NATIVES.getRoot().toPath(), classPath, List.of(),
            List.of(Probe.class.getName())).result());
    }

    @Test
    public void equinoxStaysOnTheCpuBesideABackendThatCannotBeLoaded() throws Exception {
        assertEquals(CPU, inEquinox(fakeCuda()));
    }

    /** Only after a build with -Pcuda. */
    @Test
    public void equinoxStaysOnTheCpuBesideTheRealFragment() throws Exception {
        assumeTrue("The real fragment is built with -Pcuda only.", Checkout.built().contains(Checkout.CUDA));

        assertEquals(CPU, inEquinox(Copies.bundle(m_folder.newFolder().toPath(), Checkout.CUDA, true)));
    }

    private String inEquinox(final Path cuda) throws IOException, InterruptedException {
        final Path testClasses = Copies.testClasses(m_folder.newFolder().toPath(), EquinoxProbe.class);
        return Fork.start(m_folder.getRoot().toPath(), NATIVES.getRoot().toPath(),
            List.of(Fork.framework(), testClasses), List.of(),
            List.of(EquinoxProbe.class.getName(), m_folder.newFolder().toString(), "false",
                Copies.bundle(m_folder.newFolder().toPath(), Checkout.BUNDLE, true).toString(),
                Copies.bundle(m_folder.newFolder().toPath(), Checkout.FRAGMENT, true).toString(), cuda.toString(),
                Copies.probeBundle(m_folder.newFolder().toPath()).toString())).result();
    }

    /** A fragment, or a folder of a class path, that announces ND4J's backend for CUDA, and does not have it. */
    private Path fakeCuda() throws IOException {
        final Path folder = m_folder.newFolder().toPath();
        final Path service = folder.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "org.nd4j.linalg.jcublas.JCublasBackend\n");
        Files.writeString(folder.resolve("META-INF").resolve("MANIFEST.MF"), String.join("\n",
            "Manifest-Version: 1.0", "Bundle-ManifestVersion: 2", "Bundle-SymbolicName: cuda", "Bundle-Version: 1.0.0",
            "Fragment-Host: " + Checkout.BUNDLE, ""));
        return folder;
    }
}
