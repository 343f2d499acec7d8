// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Test;

/** What the build put into the update site that users install from. */
public class UpdateSiteTest {

    private static final Path TARGET =
        Path.of(System.getProperty("frugalvision.repository"), "update-site", "target");

    @Test
    public void holdsOurBundlesAndNothingOfThePlatform() throws IOException {
        final Set<String> names = new TreeSet<>(names("plugins"));
        names.removeIf(name -> name.matches("org\\.frugalvision\\.dl4j\\.[a-z0-9]+\\.[a-z0-9_]+"));

        assertEquals(Set.of("org.frugalvision.dl4j", "org.frugalvision.engine", "org.frugalvision.nodes"), names);
        assertTrue(names("plugins").contains("org.frugalvision.dl4j.linux.x86_64"));
    }

    @Test
    public void holdsTheFeature() throws IOException {
        assertTrue(names("features").contains("org.frugalvision.feature"));
    }

    @Test
    public void isAlsoThereAsOneFile() throws IOException {
        try (var files = Files.list(TARGET)) {
            assertEquals(1, files.filter(file -> file.getFileName().toString().endsWith(".zip")).count());
        }
    }

    /** Symbolic names of the jars in a folder of the site. */
    private static Set<String> names(final String folder) throws IOException {
        try (var jars = Files.list(TARGET.resolve("repository").resolve(folder))) {
            return jars.map(jar -> jar.getFileName().toString().replaceFirst("_\\d+\\.\\d+\\.\\d+\\..*\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
