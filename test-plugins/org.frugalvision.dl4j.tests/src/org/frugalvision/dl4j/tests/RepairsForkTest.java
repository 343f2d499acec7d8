// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** In processes of their own: oneDNN is used with both repairs, and without either of them it is not. */
public final class RepairsForkTest {

    /** The native libraries are unpacked once for all tests. */
    @ClassRule
    public static final TemporaryFolder NATIVES = new TemporaryFolder();

    /** For copies and output. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void classPathUsesOneDnn() throws Exception {
        assertEquals("0: helper MKLDNNConvHelper", onClassPath(Checkout.classes()));
    }

    @Test
    public void classPathWithoutTheSwitchDoesNotUseOneDnn() throws Exception {
        assertEquals("0: helper none", onClassPath(Checkout.classes(), "off"));
    }

    @Test
    public void classPathWithoutTheShimDoesNotUseOneDnn() throws Exception {
        assertEquals("0: helper none", onClassPath(Copies.withoutShim(m_folder.newFolder().toPath())));
    }

    @Test
    public void equinoxUsesOneDnn() throws Exception {
        assertEquals("0: helper MKLDNNConvHelper", inEquinox(true, false));
    }

    @Test
    public void equinoxWithoutTheSwitchDoesNotUseOneDnn() throws Exception {
        assertEquals("0: helper none", inEquinox(true, true));
    }

    @Test
    public void equinoxWithoutTheShimDoesNotUseOneDnn() throws Exception {
        assertEquals("0: helper none", inEquinox(false, false));
    }

    private String onClassPath(final Path bundleClasses, final String... arguments)
        throws IOException, InterruptedException {
        final Path testClasses = Copies.testClasses(m_folder.newFolder().toPath(), Probe.class);
        final List<String> program = new ArrayList<>(List.of(Probe.class.getName()));
        program.addAll(List.of(arguments));
        return Fork.start(m_folder.getRoot().toPath(), NATIVES.getRoot().toPath(),
            Fork.classPath(bundleClasses, testClasses), List.of(), program).result();
    }

    private String inEquinox(final boolean shim, final boolean helpersOff) throws IOException, InterruptedException {
        final Path testClasses = Copies.testClasses(m_folder.newFolder().toPath(), EquinoxProbe.class);
        final List<String> program = List.of(EquinoxProbe.class.getName(), m_folder.newFolder().toString(),
            Boolean.toString(helpersOff),
            Copies.bundle(m_folder.newFolder().toPath(), Checkout.BUNDLE, shim).toString(),
            Copies.bundle(m_folder.newFolder().toPath(), Checkout.FRAGMENT, shim).toString(),
            Copies.probeBundle(m_folder.newFolder().toPath()).toString());
        return Fork.start(m_folder.getRoot().toPath(), NATIVES.getRoot().toPath(),
            List.of(Fork.framework(), testClasses), List.of(), program).result();
    }
}
