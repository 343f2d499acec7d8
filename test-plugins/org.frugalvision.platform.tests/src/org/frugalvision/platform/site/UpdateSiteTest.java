// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.junit.Test;

/** What the build put into the update site that users install from. */
public class UpdateSiteTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("frugalvision.repository"));

    private static final Path TARGET = REPOSITORY.resolve("update-site/target");

    private static final Pattern FRAGMENT =
        Pattern.compile("org\\.frugalvision\\.dl4j\\.([a-z0-9]+)\\.([a-z0-9_]+)");

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

    /** That of the others is only built with -Pall-platforms. */
    @Test
    public void twoFeaturesNameTheFragmentsOfAllPlatforms() throws IOException {
        final Set<String> expected = new TreeSet<>();
        try (var plugins = Files.list(REPOSITORY.resolve("plugins"))) {
            plugins.map(plugin -> FRAGMENT.matcher(plugin.getFileName().toString())).filter(Matcher::matches)
                .forEach(name -> expected.add("id=\"%s\" version=\"0.0.0\" os=\"%s\" arch=\"%s\" fragment=\"true\""
                    .formatted(name.group(), name.group(1), name.group(2))));
        }
        final Path features = REPOSITORY.resolve("features");
        final String both = Files.readString(features.resolve("org.frugalvision.feature/feature.xml"))
            + Files.readString(features.resolve("org.frugalvision.platforms.feature/feature.xml"));

        assertEquals(5, expected.size());
        expected.forEach(plugin -> assertTrue(plugin, both.contains("<plugin " + plugin + "/>")));
    }

    @Test
    public void everyBundleBringsItsLicence() throws IOException {
        try (var jars = Files.list(TARGET.resolve("repository/plugins"))) {
            for (final Path jar : jars.toList()) {
                try (var zip = new ZipFile(jar.toFile())) {
                    for (final String file : List.of("LICENSE", "NOTICE", "docs/third-party.md")) {
                        assertNotNull(jar + " " + file, zip.getEntry(file));
                    }
                }
            }
        }
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
