// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of the checkout that is being tested. */
final class Checkout {

    private static final Path PLUGINS =
        Path.of(System.getProperty("frugalvision.repository", "../..")).resolve("plugins");

    static final String BUNDLE = "org.frugalvision.dl4j";

    static final String FRAGMENT = BUNDLE + ".linux.x86_64";

    /** Only a build with -Pcuda fills it. */
    static final String CUDA = BUNDLE + ".cuda.linux.x86_64";

    private Checkout() {
    }

    static Path plugin(final String name) {
        return PLUGINS.resolve(name);
    }

    static Path classes() {
        return plugin(BUNDLE).resolve("target").resolve("classes");
    }

    static List<Path> jars(final String plugin) throws IOException {
        return list(plugin(plugin).resolve("lib"));
    }

    /** Names of the bundle and of the fragments that this build has filled. */
    static List<String> built() throws IOException {
        return list(PLUGINS).stream().filter(folder -> Files.isDirectory(folder.resolve("lib")))
            .map(folder -> folder.getFileName().toString()).filter(name -> name.startsWith(BUNDLE)).toList();
    }

    private static List<Path> list(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
