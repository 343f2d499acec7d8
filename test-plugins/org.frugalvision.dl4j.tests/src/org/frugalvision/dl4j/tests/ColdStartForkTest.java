// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** First starts on a machine, in processes of their own. */
public final class ColdStartForkTest {

    /** For native libraries and output. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void twoProcessesMayUnpackTheNativeLibrariesAtOnce() throws Exception {
        final Path natives = m_folder.newFolder().toPath();

        final Fork first = fork(natives);
        final Fork second = fork(natives);

        assertEquals("0: helper MKLDNNConvHelper", first.result());
        assertEquals("0: helper MKLDNNConvHelper", second.result());
    }

    @Test
    public void wrongMemoryLimitIsNamed() throws Exception {
        final String result = fork(m_folder.newFolder().toPath(), "-Dfrugalvision.offheap=much").result();

        assertTrue(result, result.startsWith("1: Exception in thread \"main\" org.frugalvision.dl4j.BackendException: "
            + "The computing libraries were not started: -Dfrugalvision.offheap must be a whole number with the unit MB"
            + " or GB, such as 6GB, but is \"much\". Correct it and restart."));
    }

    private Fork fork(final Path natives, final String... options) throws IOException {
        final Path testClasses = Copies.testClasses(m_folder.newFolder().toPath(), Probe.class);
        return Fork.start(m_folder.getRoot().toPath(), natives, Fork.classPath(Checkout.classes(), testClasses),
            List.of(options), List.of(Probe.class.getName()));
    }
}
