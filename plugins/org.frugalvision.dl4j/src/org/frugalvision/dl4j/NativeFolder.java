// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the native libraries are unpacked: below the user's cache folder, in a folder named after the versions of the
 * libraries, so that two versions of this plug-in never overwrite each other's files and two installations of the same
 * version share them.
 */
final class NativeFolder {

    /** System property that names another folder. */
    static final String OPTION = "frugalvision.natives";

    static final String PLACE = "the user's cache folder";

    private NativeFolder() {
    }

    /** JavaCPP's own option, where the user has set it, stands above our default. */
    static Path fromSystem() throws IOException {
        final String given = System.getProperty(OPTION, System.getProperty("org.bytedeco.javacpp.cachedir"));
        return (given != null ? Path.of(given) : userCache().resolve("frugalvision").resolve(versions()))
            .toAbsolutePath();
    }

    private static Path userCache() {
        final Path home = Path.of(System.getProperty("user.home"));
        final String os = System.getProperty("os.name");
        if (os.startsWith("Windows")) {
            final String local = System.getenv("LOCALAPPDATA");
            return local != null ? Path.of(local) : home.resolve("AppData").resolve("Local");
        }
        if (os.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        final String cache = System.getenv("XDG_CACHE_HOME");
        return cache != null && Path.of(cache).isAbsolute() ? Path.of(cache) : home.resolve(".cache");
    }

    private static String versions() throws IOException {
        return "nd4j-" + version("org.nd4j/nd4j-native") + "-openblas-" + version("org.bytedeco/openblas") + "-dnnl-"
            + version("org.bytedeco/dnnl");
    }

    private static String version(final String artifact) throws IOException {
        final Properties properties = new Properties();
        final String resource = "/META-INF/maven/" + artifact + "/pom.properties";
        try (InputStream in = NativeFolder.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The bundle lacks " + resource);
            }
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
