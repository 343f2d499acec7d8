// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.Test;

/** What the build put into the bundle and the fragments. */
public final class BundleContentTest {

    @Test
    public void bundleAndLinuxFragmentAreFilled() throws IOException {
        assertTrue(Checkout.built().containsAll(List.of(Checkout.BUNDLE, Checkout.FRAGMENT)));
    }

    @Test
    public void classPathNamesExactlyTheJarsInLib() throws IOException {
        for (final var plugin : Checkout.built()) {
            final Set<String> jars = new TreeSet<>();
            for (final var jar : Checkout.jars(plugin)) {
                jars.add("lib/" + jar.getFileName());
            }

            final Set<String> listed = new TreeSet<>(classPath(plugin));
            listed.remove(".");

            assertEquals(plugin, jars, listed);
        }
    }

    @Test
    public void noClassIsInTwoJars() throws IOException {
        final Set<String> seen = new HashSet<>();
        for (final var jar : Checkout.jars(Checkout.BUNDLE)) {
            for (final var name : entries(jar)) {
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                    assertTrue(jar + " repeats " + name, seen.add(name));
                }
            }
        }
        assertTrue(seen.contains("org/deeplearning4j/nn/graph/ComputationGraph.class"));
    }

    @Test
    public void everyFragmentBringsTheNativeLibraries() throws IOException {
        for (final var plugin : Checkout.built()) {
            if (!List.of(Checkout.BUNDLE, Checkout.CUDA).contains(plugin)) {
                final Set<String> names = new TreeSet<>();
                for (final var jar : Checkout.jars(plugin)) {
                    entries(jar).forEach(name -> names.add(name.substring(name.lastIndexOf('/') + 1)));
                }

                // oneDNN, which needs OpenCL, is called directly on this kind of processor only
                final List<String> libraries = plugin.endsWith("x86_64")
                    ? List.of("jnijavacpp", "jnind4jcpu", "jniopenblas_nolapack", "jnidnnl", "jniOpenCL")
                    : List.of("jnijavacpp", "jnind4jcpu", "jniopenblas_nolapack");
                for (final var library : libraries) {
                    assertTrue(plugin + " lacks " + library,
                        names.stream().anyMatch(name -> name.matches("(lib)?" + library + "\\.(so|dylib|dll)")));
                }
            }
        }
    }

    private static List<String> entries(final Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> classPath(final String plugin) throws IOException {
        final Path manifest = Checkout.plugin(plugin).resolve("META-INF").resolve("MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            final var value = new Manifest(in).getMainAttributes().getValue("Bundle-ClassPath");
            return Arrays.stream(value.split(",")).map(String::strip).toList();
        }
    }
}
