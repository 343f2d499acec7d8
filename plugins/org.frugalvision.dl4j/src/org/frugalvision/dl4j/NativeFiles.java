// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;

/**
 * The files that JavaCPP is about to load. Linux maps a library that is cut short, and ends the process when something
 * beyond its end is read, so it is refused before; Windows and macOS refuse it themselves.
 */
public final class NativeFiles {

    private static final String FILE = "file";

    private NativeFiles() {
    }

    /**
     * Unpacks the native libraries of a class, as loading it would do, and looks whether they are complete. Cost: a few
     * reads per file.
     *
     * @param type one of JavaCPP's presets; not initialised by this
     * @throws UnsatisfiedLinkError if one of the libraries is cut short, which the message says, or cannot be unpacked
     */
    public static void check(final Class<?> type) {
        final ClassProperties properties = Loader.loadProperties(type, Loader.loadProperties(), true);
        for (final Class<?> inherited : properties.getInheritedClasses()) {
            check(inherited);
        }
        final List<String> names = new ArrayList<>(properties.get("platform.preload"));
        names.addAll(properties.get("platform.link"));
        names.addAll(properties.get("platform.library"));
        try {
            for (final String name : names) {
                check(Loader.findLibrary(type, properties, name.replaceFirst("#.*", ""))); // # and what to call it
            }
        } catch (IOException e) {
            throw (UnsatisfiedLinkError)new UnsatisfiedLinkError(e.getMessage()).initCause(e);
        }
    }

    /** That of JavaCPP itself, which any use of JavaCPP loads; what it unpacks itself is complete. */
    static void checkJavaCpp() throws IOException {
        for (final String platform : List.of("linux-x86_64", "linux-arm64")) {
            final URL place = NativeFiles.class.getResource("/org/bytedeco/javacpp/" + platform + "/libjnijavacpp.so");
            if (place != null && FILE.equals(place.getProtocol())) {
                check(place);
            }
        }
    }

    /** The first one that is there is the one that will be loaded. */
    private static void check(final URL... places) throws IOException {
        for (final URL place : places) {
            final Path file = FILE.equals(place.getProtocol()) ? Path.of(URI.create(place.toString()))
                : Loader.cacheResource(place).toPath();
            if (Files.isRegularFile(file)) {
                if (ElfFile.isCutShort(file)) {
                    throw new UnsatisfiedLinkError(file + ": file is cut short");
                }
                return;
            }
        }
    }
}
