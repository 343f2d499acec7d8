// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.Test;

/** docs/third-party.md lists every jar that we ship, with its version. */
public final class ThirdPartyTest {

    private static final String ENGINE = "org.frugalvision.engine";

    private static final Pattern PLATFORM = Pattern.compile("-(linux|macosx|windows)-.*");

    @Test
    public void everyJarIsListedWithItsVersion() throws IOException {
        final List<String> missing = new ArrayList<>();
        final List<String> plugins = new ArrayList<>(Checkout.built());
        plugins.add(ENGINE);
        for (final String plugin : plugins) {
            final String section = section(plugin);
            for (final Path jar : Checkout.jars(plugin)) {
                final String name = PLATFORM.matcher(jar.getFileName().toString().replace(".jar", "")).replaceFirst("");
                if (!section.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*")) {
                    missing.add(plugin + ": " + name);
                }
                version(jar, name).filter(version -> !section.contains(version))
                    .ifPresent(version -> missing.add(plugin + ": " + name + " " + version));
            }
        }

        assertTrue("docs/third-party.md lacks " + missing, missing.isEmpty());
    }

    /** What the page says of a bundle, or of the fragments. */
    private static String section(final String plugin) throws IOException {
        final String page = Files.readString(Checkout.plugin("..").resolve("docs").resolve("third-party.md"));
        final String title = plugin.equals(Checkout.BUNDLE) || plugin.equals(ENGINE) ? plugin
            : plugin.equals(Checkout.CUDA) ? plugin + " " : Checkout.BUNDLE + ".&lt;os&gt;.&lt;arch&gt;";
        final String from = page.substring(page.indexOf("## " + title) + 3);
        return from.substring(0, from.indexOf("\n## "));
    }

    /** The version that a jar tells of itself; some tell none. */
    private static Optional<String> version(final Path jar, final String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            final Pattern properties =
                Pattern.compile("META-INF/maven/[^/]+/" + Pattern.quote(name) + "/pom.properties");
            final Optional<? extends ZipEntry> entry =
                zip.stream().filter(each -> properties.matcher(each.getName()).matches()).findFirst();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            final var told = new Properties();
            told.load(zip.getInputStream(entry.get()));
            return Optional.ofNullable(told.getProperty("version"));
        }
    }
}
