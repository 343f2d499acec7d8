// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Changed copies of what is being tested. */
final class Copies {

    private static final String SHIM = "Nd4jCpu";

    private Copies() {
    }

    /** The classes of the DL4J bundle, without the class that DL4J looks for in vain. */
    static Path withoutShim(final Path folder) throws IOException {
        return classes(folder, file -> !file.getFileName().toString().startsWith(SHIM));
    }

    /** An OSGi bundle as it is installed: manifest, classes, and links to the jars. */
    static Path bundle(final Path folder, final String plugin, final boolean shim) throws IOException {
        if (plugin.equals(Checkout.BUNDLE)) {
            classes(folder, file -> shim || !file.getFileName().toString().startsWith(SHIM));
        }
        final Path metaInf = Files.createDirectories(folder.resolve("META-INF"));
        Files.copy(Checkout.plugin(plugin).resolve("META-INF").resolve("MANIFEST.MF"),
            metaInf.resolve("MANIFEST.MF"));
        Files.createSymbolicLink(folder.resolve("lib"), Checkout.plugin(plugin).resolve("lib").toRealPath());
        return folder;
    }

    /** A bundle that holds the probe and sees the DL4J bundle. */
    static Path probeBundle(final Path folder) throws IOException {
        final Path metaInf = Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(metaInf.resolve("MANIFEST.MF"), String.join("\n", "Manifest-Version: 1.0",
            "Bundle-ManifestVersion: 2", "Bundle-SymbolicName: probe", "Bundle-Version: 1.0.0",
            "Require-Bundle: " + Checkout.BUNDLE, ""));
        testClasses(folder, Probe.class);
        return folder;
    }

    /** Some classes of these tests, wherever they were loaded from. */
    static Path testClasses(final Path folder, final Class<?>... classes) throws IOException {
        for (final Class<?> type : classes) {
            final String resource = type.getName().replace('.', '/') + ".class";
            final Path target = folder.resolve(resource);
            Files.createDirectories(target.getParent());
            try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
                Files.copy(in, target);
            }
        }
        return folder;
    }

    private static Path classes(final Path folder, final Predicate<Path> wanted) throws IOException {
        final Path source = Checkout.classes();
        final List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).filter(wanted).toList();
        }
        for (final Path file : files) {
            final Path target = folder.resolve(source.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return folder;
    }
}
